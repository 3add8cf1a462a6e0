/* Claims and factuality, on trees written by hand: form|lemma|UPOS|XPOS|head|relation, "^" where no space follows, a
 * line a sentence. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "claims/claims.h"
#include "claims/cues.h"
#include "document/tree.h"
#include "text/text.h"

static const char cue_text[] =
    "say : verb clause quote ; reports CT+\n"
    "report, add, tell : verb clause quote ; reports CT+\n"
    "believe : verb clause passive-infinitive ; believes PR+ not PR-\n"
    "deny : verb clause object ; denies CT-\n"
    "shrug off : verb object ; denies CT-\n"
    "urge : verb person-infinitive ; demands Uu future\n"
    "intend : verb infinitive ; other PR+ future author PS+\n"
    "know : verb clause ; believes CT+ author CT+\n"
    "allegation : noun clause ; alleges CT+\n"
    "according to : preposition ; reports CT+\n"
    "alleged : attribute ; alleges PS+ author PS+\n"
    "indication : noun clause ; PR+ not PR-\n"
    "fail : verb infinitive ; CT- not CT+\n"
    "may : modal ; PS+ not PS-\n"
    "will : modal ; CT+ future\n"
    "would : modal ; PS+ hypothetical\n"
    "would : modal clause ; CT+ future\n"
    "not, no : negation ; CT-\n"
    "if : mark ; Uu hypothetical author PS+\n"
    "take place : occurrence\n"
    "colon : label ; reports CT+\n"
    "issue : verb object=message ; reports CT+\n"
    "attack : verb object!+for ; alleges CT+\n"
    "although : concession\n"
    "back : verb object=issue ; other CT+\n"
    "ban : issue\n"
    "demonstrate : verb object source=document ; reports PR+\n"
    "poll : document\n"
    "tell off : verb\n"
    "that : complementizer\n";

struct trial {
    struct base_arena *arena;
    const char *compact;
    struct claims claims;
    struct document *document;
    bool named; /* every word is a mention: names of persons, all else of things */
};

/* The compact table as CoNLL-U. */
static struct base_slice to_conllu(struct base_arena *arena, const char *compact) {
    struct base_slice rest = base_slice_of(compact), out = BASE_SLICE("");
    while (rest.size > 0) {
        struct base_slice line = base_slice_line(&rest);
        for (unsigned id = 1; line.size > 0; id++) {
            struct base_slice word = base_slice_cut(&line, ' '), field[6];
            for (int i = 0; i < 6; i++) {
                field[i] = base_slice_cut(&word, '|');
            }
            bool tight = field[0].size > 1 && field[0].data[field[0].size - 1] == '^';
            out = base_arena_format(arena, "%.*s%u\t%.*s\t%.*s\t%.*s\t%.*s\t_\t%.*s\t%.*s\t_\t%s\n", (int)out.size, out.data,
                                    id, (int)field[0].size - tight, field[0].data, (int)field[1].size, field[1].data,
                                    (int)field[2].size, field[2].data, (int)field[3].size, field[3].data,
                                    (int)field[4].size, field[4].data, (int)field[5].size, field[5].data,
                                    tight ? "SpaceAfter=No" : "_");
        }
        out = base_arena_format(arena, "%.*s\n", (int)out.size, out.data);
    }
    return out;
}

static void mention_words(struct document *document) {
    document->mention_at = base_arena_array(document->arena, document->tokens.count, sizeof *document->mention_at);
    for (uint32_t i = 0; i < document->tokens.count; i++) {
        bool is_name = document_token(document, i)->upos == UPOS_PROPN;
        struct document_entity entity = {.type = is_name ? DOCUMENT_PER : DOCUMENT_THING};
        struct document_mention mention = {.entity = i};
        document->mention_at[i] = i;
        BASE_PUSH(document->arena, &document->entities, entity);
        BASE_PUSH(document->arena, &document->mentions, mention);
    }
}

static void find(void *context) {
    struct trial *trial = context;
    struct sayso_error error = {0};
    if (claims_load(&trial->claims, trial->arena, BASE_SLICE("test.cues"), base_slice_of(cue_text), false, &error) !=
        SAYSO_OK) {
        fail_msg("line %u: %s", error.line, error.reason);
    }
    trial->document = document_new(trial->arena);
    struct base_slice conllu = to_conllu(trial->arena, trial->compact);
    assert_int_equal(text_read_conllu(trial->document, conllu, true, &error), SAYSO_OK);
    if (trial->named) {
        mention_words(trial->document);
    }
    claims_find(&trial->claims, trial->document);
}

static struct trial read_named(const char *compact) {
    struct trial trial = {.arena = base_arena_new(), .compact = compact, .named = true};
    assert_true(base_arena_run(trial.arena, find, &trial));
    return trial;
}

static struct trial read_claims(const char *compact) {
    struct trial trial = {.arena = base_arena_new(), .compact = compact};
    assert_true(base_arena_run(trial.arena, find, &trial));
    return trial;
}

static void assert_slice(struct base_slice got, const char *wanted) {
    if (!base_slice_is(got, wanted)) {
        fail_msg("'%.*s' is not '%s'", (int)got.size, got.data, wanted);
    }
}

static const struct document_claim *assert_claim(const struct trial *trial, size_t index, const char *source,
                                                 const char *cue, const char *content) {
    const struct document *document = trial->document;
    assert_true(index < document->claims.count);
    const struct document_claim *claim = &document->claims.items[index];
    assert_slice(document_slice(document, claim->source_span), source);
    assert_slice(document_slice(document, claim->cue), cue);
    assert_slice(document_slice(document, claim->content[0]), content);
    return claim;
}

static uint32_t token_of(const struct document *document, const char *form) {
    for (uint32_t i = 0; i < document->tokens.count; i++) {
        if (base_slice_is(document_token(document, i)->form, form)) {
            return i;
        }
    }
    fail_msg("no token '%s'", form);
    return 0;
}

struct judging {
    const struct trial *trial;
    uint32_t token;
    struct claims_judgement out;
};

static void judge_it(void *context) {
    struct judging *judging = context;
    claims_judge(&judging->trial->claims, judging->trial->document, judging->token, &judging->out);
}

static struct claims_judgement judge(const struct trial *trial, const char *form) {
    struct judging judging = {.trial = trial, .token = token_of(trial->document, form)};
    assert_true(base_arena_run(trial->arena, judge_it, &judging));
    return judging.out;
}

#define SAID_CLOSED                                                                                                    \
    "The|the|DET|DT|2|det minister|minister|NOUN|NN|3|nsubj said|say|VERB|VBD|0|root that|that|SCONJ|IN|8|mark "        \
    "the|the|DET|DT|6|det bridge|bridge|NOUN|NN|8|nsubj:pass was|be|AUX|VBD|8|aux:pass closed^|close|VERB|VBN|3|ccomp " \
    ".|.|PUNCT|.|3|punct\n"

static void a_clause_is_content(void **state) {
    (void)state;
    struct trial trial = read_claims(SAID_CLOSED);
    assert_int_equal(trial.document->claims.count, 1);
    const struct document_claim *claim = assert_claim(&trial, 0, "The minister", "said", "that the bridge was closed");
    assert_int_equal(claim->form, DOCUMENT_INDIRECT);
    assert_int_equal(claim->factuality, DOCUMENT_CT_PLUS);
    struct claims_judgement closed = judge(&trial, "closed"), said = judge(&trial, "said");
    assert_int_equal(closed.author, DOCUMENT_UU);
    assert_int_equal(closed.link_count, 1);
    assert_int_equal(closed.links[0].factuality, DOCUMENT_CT_PLUS);
    assert_int_equal(said.author, DOCUMENT_CT_PLUS);
    assert_int_equal(said.link_count, 0);
    base_arena_free(trial.arena);
}

static void quotations_go_on(void **state) {
    (void)state;
    struct trial trial = read_claims(
        "\"^|\"|PUNCT|``|4|punct We|we|PRON|PRP|4|nsubj will|will|AUX|MD|4|aux leave^|leave|VERB|VB|8|ccomp "
        ",^|,|PUNCT|,|4|punct \"|\"|PUNCT|''|4|punct he|he|PRON|PRP|8|nsubj added^|add|VERB|VBD|0|root .|.|PUNCT|.|8|punct\n"
        "\"^|\"|PUNCT|``|4|punct It|it|PRON|PRP|4|nsubj is|be|AUX|VBZ|4|cop over^|over|ADV|RB|0|root .^|.|PUNCT|.|4|punct "
        "\"|\"|PUNCT|''|4|punct\n");
    assert_int_equal(trial.document->claims.count, 1);
    const struct document_claim *claim = assert_claim(&trial, 0, "he", "added", "\"We will leave,\"");
    assert_int_equal(claim->content_count, 2);
    assert_slice(document_slice(trial.document, claim->content[1]), "\"It is over.\"");
    assert_int_equal(claim->form, DOCUMENT_DIRECT);
    struct claims_judgement leave = judge(&trial, "leave");
    assert_int_equal(leave.aux, DOCUMENT_FUTURE);
    assert_int_equal(leave.author, DOCUMENT_UU);
    base_arena_free(trial.arena);
}

static void passives_have_no_source(void **state) {
    (void)state;
    struct trial trial = read_claims(
        "The|the|DET|DT|2|det king|king|NOUN|NN|4|nsubj:pass is|be|AUX|VBZ|4|aux:pass believed|believe|VERB|VBN|0|root "
        "to|to|PART|TO|6|mark lead|lead|VERB|VB|4|xcomp the|the|DET|DT|8|det group^|group|NOUN|NN|6|obj .|.|PUNCT|.|4|punct\n");
    const struct document_claim *claim = assert_claim(&trial, 0, "", "is believed", "The king");
    assert_slice(document_slice(trial.document, claim->content[1]), "to lead the group");
    assert_int_equal(claim->source, DOCUMENT_NONE);
    assert_int_equal(claim->stance, DOCUMENT_BELIEVES);
    assert_int_equal(judge(&trial, "lead").links[0].factuality, DOCUMENT_PR_PLUS);
    base_arena_free(trial.arena);
}

static void according_to_speaks_of_the_clause(void **state) {
    (void)state;
    struct trial trial = read_claims(
        "According|accord|VERB|VBG|4|case to|to|ADP|IN|1|fixed the|the|DET|DT|4|det police^|police|NOUN|NN|8|obl "
        ",|,|PUNCT|,|4|punct two|two|NUM|CD|7|nummod men|man|NOUN|NNS|8|nsubj fled^|flee|VERB|VBD|0|root .|.|PUNCT|.|8|punct\n");
    assert_claim(&trial, 0, "the police", "According to", "two men fled");
    assert_int_equal(judge(&trial, "fled").author, DOCUMENT_UU);
    base_arena_free(trial.arena);
}

/* The worked example of the design. */
static void reports_of_reports_nest(void **state) {
    (void)state;
    struct trial trial = read_claims(
        "The|the|DET|DT|2|det Times|Times|PROPN|NNP|3|nsubj reported|report|VERB|VBD|0|root that|that|SCONJ|IN|6|mark "
        "officials|official|NOUN|NNS|6|nsubj said|say|VERB|VBD|3|ccomp "
        "Russia|Russia|PROPN|NNP|9|nsubj had|have|AUX|VBD|9|aux sent|send|VERB|VBN|6|ccomp advisers^|adviser|NOUN|NNS|9|obj "
        ".|.|PUNCT|.|3|punct\n"
        "Moscow|Moscow|PROPN|NNP|2|nsubj denied|deny|VERB|VBD|0|root the|the|DET|DT|4|det "
        "allegation^|allegation|NOUN|NN|2|obj .|.|PUNCT|.|2|punct\n");
    assert_int_equal(trial.document->claims.count, 3);
    const struct document_claim *times = assert_claim(&trial, 0, "The Times", "reported",
                                                      "that officials said Russia had sent advisers");
    const struct document_claim *officials = assert_claim(&trial, 1, "officials", "said", "Russia had sent advisers");
    const struct document_claim *moscow = assert_claim(&trial, 2, "Moscow", "denied", "the allegation");
    assert_int_equal(times->factuality, DOCUMENT_UU);
    assert_int_equal(officials->within, 0);
    assert_int_equal(moscow->retracts, 1);
    struct claims_judgement sent = judge(&trial, "sent");
    assert_int_equal(sent.author, DOCUMENT_UU);
    assert_int_equal(sent.link_count, 2);
    assert_int_equal(sent.links[0].claim, 1);
    assert_int_equal(sent.links[0].factuality, DOCUMENT_CT_PLUS);
    assert_int_equal(sent.links[1].factuality, DOCUMENT_UU);
    assert_int_equal(judge(&trial, "denied").author, DOCUMENT_CT_PLUS);
    base_arena_free(trial.arena);
}

static void denials_reach_through_allegations(void **state) {
    (void)state;
    struct trial trial = read_claims(
        "Putin|Putin|PROPN|NNP|2|nsubj shrugged|shrug|VERB|VBD|0|root off|off|ADP|RP|2|compound:prt "
        "allegations|allegation|NOUN|NNS|2|obj that|that|SCONJ|IN|7|mark Moscow|Moscow|PROPN|NNP|7|nsubj "
        "sparked|spark|VERB|VBD|4|acl a|a|DET|DT|9|det crisis^|crisis|NOUN|NN|7|obj .|.|PUNCT|.|2|punct\n");
    assert_claim(&trial, 0, "Putin", "shrugged off", "allegations that Moscow sparked a crisis");
    assert_int_equal(assert_claim(&trial, 1, "", "allegations", "that Moscow sparked a crisis")->within, 0);
    struct claims_judgement sparked = judge(&trial, "sparked");
    assert_int_equal(sparked.link_count, 2);
    assert_int_equal(sparked.links[1].factuality, DOCUMENT_CT_MINUS);
    assert_int_equal(sparked.author, DOCUMENT_UU);
    base_arena_free(trial.arena);
}

static void no_indication_is_the_authors_doubt(void **state) {
    (void)state;
    struct trial trial = read_claims(
        "There|there|PRON|EX|2|expl was|be|VERB|VBD|0|root no|no|DET|DT|4|det indication|indication|NOUN|NN|2|nsubj "
        "that|that|SCONJ|IN|7|mark Russia|Russia|PROPN|NNP|7|nsubj intends|intend|VERB|VBZ|4|acl to|to|PART|TO|9|mark "
        "deploy|deploy|VERB|VB|7|xcomp troops^|troops|NOUN|NNS|9|obj .|.|PUNCT|.|2|punct\n");
    struct claims_judgement deploy = judge(&trial, "deploy");
    assert_int_equal(deploy.author, DOCUMENT_PS_MINUS);
    assert_int_equal(deploy.aux, DOCUMENT_NEGATION | DOCUMENT_FUTURE);
    assert_int_equal(judge(&trial, "intends").author, DOCUMENT_PR_MINUS);
    base_arena_free(trial.arena);
}

static void modals_negation_and_conditions_compose(void **state) {
    (void)state;
    static const struct {
        const char *compact, *form;
        enum document_factuality author;
        unsigned aux;
    } cases[] = {
        {"They|they|PRON|PRP|3|nsubj may|may|AUX|MD|3|aux visit|visit|VERB|VB|0|root\n", "visit", DOCUMENT_PS_PLUS, 0},
        {"They|they|PRON|PRP|4|nsubj may|may|AUX|MD|4|aux not|not|PART|RB|4|advmod visit|visit|VERB|VB|0|root\n", "visit",
         DOCUMENT_PS_MINUS, DOCUMENT_NEGATION},
        {"They|they|PRON|PRP|4|nsubj did|do|AUX|VBD|4|aux not|not|PART|RB|4|advmod visit|visit|VERB|VB|0|root\n", "visit",
         DOCUMENT_CT_MINUS, DOCUMENT_NEGATION},
        {"They|they|PRON|PRP|2|nsubj failed|fail|VERB|VBD|0|root to|to|PART|TO|4|mark visit|visit|VERB|VB|2|xcomp\n", "visit",
         DOCUMENT_CT_MINUS, DOCUMENT_NEGATION},
        {"They|they|PRON|PRP|4|nsubj did|do|AUX|VBD|4|aux not|not|PART|RB|4|advmod fail|fail|VERB|VB|0|root "
         "to|to|PART|TO|6|mark visit|visit|VERB|VB|4|xcomp\n", "visit", DOCUMENT_CT_PLUS, 0},
        {"If|if|SCONJ|IN|3|mark it|it|PRON|PRP|3|nsubj rains^|rain|VERB|VBZ|7|advcl ,|,|PUNCT|,|3|punct they|they|PRON|PRP|7|nsubj "
         "will|will|AUX|MD|7|aux visit|visit|VERB|VB|0|root\n", "visit", DOCUMENT_PS_PLUS, DOCUMENT_HYPOTHETICAL | DOCUMENT_FUTURE},
        {"If|if|SCONJ|IN|3|mark it|it|PRON|PRP|3|nsubj rains^|rain|VERB|VBZ|7|advcl ,|,|PUNCT|,|3|punct they|they|PRON|PRP|7|nsubj "
         "will|will|AUX|MD|7|aux visit|visit|VERB|VB|0|root\n", "rains", DOCUMENT_UU, DOCUMENT_HYPOTHETICAL},
        {"They|they|PRON|PRP|2|nsubj know|know|VERB|VBP|0|root that|that|SCONJ|IN|5|mark he|he|PRON|PRP|5|nsubj "
         "left|leave|VERB|VBD|2|ccomp\n", "left", DOCUMENT_CT_PLUS, 0},
        {"The|the|DET|DT|3|det alleged|alleged|ADJ|JJ|3|amod meeting|meeting|NOUN|NN|4|nsubj took|take|VERB|VBD|0|root "
         "place|place|NOUN|NN|4|obj\n", "meeting", DOCUMENT_PS_PLUS, 0},
        {"They|they|PRON|PRP|3|nsubj would|would|AUX|MD|3|aux visit|visit|VERB|VB|0|root\n", "visit", DOCUMENT_PS_PLUS,
         DOCUMENT_HYPOTHETICAL},
        {"Did|do|AUX|VBD|3|aux they|they|PRON|PRP|3|nsubj visit|visit|VERB|VB|0|root ?|?|PUNCT|.|3|punct\n", "visit", DOCUMENT_UU,
         DOCUMENT_HYPOTHETICAL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct trial trial = read_claims(cases[i].compact);
        struct claims_judgement judgement = judge(&trial, cases[i].form);
        if (judgement.author != cases[i].author || judgement.aux != cases[i].aux) {
            fail_msg("case %zu: factuality %d, aux %u", i, (int)judgement.author, judgement.aux);
        }
        base_arena_free(trial.arena);
    }
}

static void the_future_of_a_past_report_is_no_condition(void **state) {
    (void)state;
    struct trial trial = read_claims(
        "Moscow|Moscow|PROPN|NNP|2|nsubj said|say|VERB|VBD|0|root it|it|PRON|PRP|5|nsubj would|would|AUX|MD|5|aux "
        "send|send|VERB|VB|2|ccomp troops^|troops|NOUN|NNS|5|obj .|.|PUNCT|.|2|punct\n");
    struct claims_judgement send = judge(&trial, "send");
    assert_int_equal(send.aux, DOCUMENT_FUTURE);
    assert_int_equal(send.links[0].factuality, DOCUMENT_CT_PLUS);
    base_arena_free(trial.arena);
}

static void participles_share_the_source(void **state) {
    (void)state;
    struct trial trial = read_claims(
        "He|he|PRON|PRP|2|nsubj told|tell|VERB|VBD|0|root CNN|CNN|PROPN|NNP|2|iobj two|two|NUM|CD|5|nummod men|man|NOUN|NNS|6|nsubj "
        "fled^|flee|VERB|VBD|2|ccomp ,|,|PUNCT|,|8|punct adding|add|VERB|VBG|6|advcl that|that|SCONJ|IN|11|mark "
        "others|other|NOUN|NNS|11|nsubj hid^|hide|VERB|VBD|8|ccomp .|.|PUNCT|.|2|punct\n");
    assert_int_equal(trial.document->claims.count, 2);
    assert_claim(&trial, 0, "He", "told", "two men fled");
    assert_int_equal(assert_claim(&trial, 1, "He", "adding", "that others hid")->within, DOCUMENT_NONE);
    base_arena_free(trial.arena);
}

static void the_told_are_no_content(void **state) {
    (void)state;
    struct trial trial = read_claims(
        "The|the|DET|DT|2|det pope|pope|NOUN|NN|3|nsubj urged|urge|VERB|VBD|0|root the|the|DET|DT|5|det rebels|rebel|NOUN|NNS|3|obj "
        "to|to|PART|TO|7|mark leave^|leave|VERB|VB|3|xcomp .|.|PUNCT|.|3|punct\n");
    const struct document_claim *claim = assert_claim(&trial, 0, "The pope", "urged", "to leave");
    assert_int_equal(claim->stance, DOCUMENT_DEMANDS);
    assert_int_equal(judge(&trial, "leave").aux, DOCUMENT_FUTURE);
    base_arena_free(trial.arena);
}

static void labels_name_the_speaker(void **state) {
    (void)state;
    struct trial trial = read_claims(
        "Russian|russian|ADJ|JJ|2|amod minister^|minister|NOUN|NN|5|nsubj :|:|PUNCT|:|5|punct taxes|tax|NOUN|NNS|5|nsubj "
        "rise|rise|VERB|VBP|0|root\n");
    assert_claim(&trial, 0, "Russian minister", ":", "taxes rise");
    assert_int_equal(judge(&trial, "rise").author, DOCUMENT_UU);
    base_arena_free(trial.arena);
}

static void messages_speak_and_prisoners_do_not(void **state) {
    (void)state;
    struct trial trial = read_claims(
        "Rebels|rebel|NOUN|NNS|2|nsubj issued|issue|VERB|VBD|0|root an|a|DET|DT|4|det allegation|allegation|NOUN|NN|2|obj\n");
    assert_claim(&trial, 0, "Rebels", "issued", "an allegation");
    base_arena_free(trial.arena);
    trial = read_claims("Rebels|rebel|NOUN|NNS|2|nsubj issued|issue|VERB|VBD|0|root a|a|DET|DT|4|det visa|visa|NOUN|NN|2|obj\n");
    assert_int_equal(trial.document->claims.count, 0);
    base_arena_free(trial.arena);
}

static void attacks_in_words_need_a_reason(void **state) {
    (void)state;
    struct trial trial = read_claims(
        "They|they|PRON|PRP|2|nsubj attacked|attack|VERB|VBD|0|root the|the|DET|DT|4|det mayor|mayor|NOUN|NN|2|obj "
        "for|for|ADP|IN|6|case lies|lie|NOUN|NNS|2|obl\n");
    assert_claim(&trial, 0, "They", "attacked", "the mayor for lies");
    base_arena_free(trial.arena);
    trial = read_claims("They|they|PRON|PRP|2|nsubj attacked|attack|VERB|VBD|0|root the|the|DET|DT|4|det town|town|NOUN|NN|2|obj\n");
    assert_int_equal(trial.document->claims.count, 0);
    base_arena_free(trial.arena);
}

static void afterthoughts_are_the_authors(void **state) {
    (void)state;
    struct trial trial = read_claims(
        "They|they|PRON|PRP|2|nsubj said|say|VERB|VBD|0|root he|he|PRON|PRP|4|nsubj left^|leave|VERB|VBD|2|ccomp "
        ",|,|PUNCT|,|7|punct although|although|SCONJ|IN|7|mark stayed|stay|VERB|VBD|4|advcl\n");
    assert_claim(&trial, 0, "They", "said", "he left");
    assert_int_equal(judge(&trial, "stayed").link_count, 0);
    base_arena_free(trial.arena);
}

static void datelines_say_nothing(void **state) {
    (void)state;
    struct trial trial = read_claims(
        "OSLO|Oslo|PROPN|NNP|8|nsubj (|(|PUNCT|(|3|punct AP|AP|PROPN|NNP|1|appos )|)|PUNCT|)|3|punct -|-|PUNCT|:|1|punct "
        "The|the|DET|DT|7|det minister|minister|NOUN|NN|1|appos said|say|VERB|VBD|0|root he|he|PRON|PRP|10|nsubj "
        "left|leave|VERB|VBD|8|ccomp\n");
    assert_claim(&trial, 0, "The minister", "said", "he left");
    base_arena_free(trial.arena);
}

static void reports_between_commas_have_both_sides(void **state) {
    (void)state;
    struct trial trial = read_claims(
        "Men^|man|NOUN|NNS|4|nsubj ,|,|PUNCT|,|4|punct he|he|PRON|PRP|4|nsubj said^|say|VERB|VBD|0|root ,|,|PUNCT|,|6|punct "
        "left|leave|VERB|VBD|4|ccomp home|home|ADV|RB|6|advmod\n");
    const struct document_claim *claim = assert_claim(&trial, 0, "he", "said", "Men");
    assert_int_equal(claim->content_count, 2);
    assert_slice(document_slice(trial.document, claim->content[1]), "left home");
    base_arena_free(trial.arena);
}

static void a_report_at_the_end_is_not_what_was_told(void **state) {
    (void)state;
    struct trial trial = read_claims(
        "He|he|PRON|PRP|2|nsubj told|tell|VERB|VBD|0|root her|she|PRON|PRP|2|iobj that|that|SCONJ|IN|6|mark it|it|PRON|PRP|6|nsubj "
        "rained^|rain|VERB|VBD|2|ccomp ,|,|PUNCT|,|9|punct they|they|PRON|PRP|9|nsubj said^|say|VERB|VBD|2|ccomp .|.|PUNCT|.|2|punct\n");
    assert_claim(&trial, 0, "He", "told", "that it rained");
    base_arena_free(trial.arena);
}

static void only_somebody_is_told(void **state) {
    (void)state;
    struct trial trial = read_named(
        "Oslo|Oslo|PROPN|NNP|2|nsubj reported|report|VERB|VBD|0|root last|last|ADJ|JJ|4|amod week|week|NOUN|NN|2|obl "
        "that|that|PRON|WDT|7|obj Rome|Rome|PROPN|NNP|7|nsubj said|say|VERB|VBD|2|ccomp Paris|Paris|PROPN|NNP|9|nsubj "
        "left|leave|VERB|VBD|7|ccomp\n");
    assert_int_equal(assert_claim(&trial, 1, "Rome", "said", "Paris left")->addressee, DOCUMENT_NONE);
    base_arena_free(trial.arena);
    trial = read_named("Oslo|Oslo|PROPN|NNP|2|nsubj told|tell|VERB|VBD|0|root Rome|Rome|PROPN|NNP|2|iobj it|it|PRON|PRP|5|nsubj "
                       "rained|rain|VERB|VBD|2|ccomp\n");
    assert_int_equal(assert_claim(&trial, 0, "Oslo", "told", "it rained")->addressee, 2);
    base_arena_free(trial.arena);
    trial = read_named("Oslo|Oslo|PROPN|NNP|2|nsubj said|say|VERB|VBD|0|root this|this|DET|DT|4|det "
                       "week|week|NOUN|NN|2|obj it|it|PRON|PRP|6|nsubj rained|rain|VERB|VBD|2|ccomp\n");
    assert_int_equal(assert_claim(&trial, 0, "Oslo", "said", "it rained")->addressee, DOCUMENT_NONE);
    base_arena_free(trial.arena);
}

static void a_clause_gets_its_subject_back(void **state) {
    (void)state;
    struct trial trial = read_claims(
        "Oslo|Oslo|PROPN|NNP|2|nsubj said|say|VERB|VBD|0|root the|the|DET|DT|4|det man|man|NOUN|NN|2|obj who|who|PRON|WP|6|nsubj "
        "fled|flee|VERB|VBD|4|acl:relcl was|be|AUX|VBD|8|aux:pass caught|catch|VERB|VBN|2|ccomp\n");
    assert_claim(&trial, 0, "Oslo", "said", "the man who fled was caught");
    base_arena_free(trial.arena);
    trial = read_claims("Oslo|Oslo|PROPN|NNP|2|nsubj told|tell|VERB|VBD|0|root the|the|DET|DT|4|det man|man|NOUN|NN|2|obj "
                        "that|that|SCONJ|IN|7|mark it|it|PRON|PRP|7|nsubj rained|rain|VERB|VBD|2|ccomp\n");
    assert_claim(&trial, 0, "Oslo", "told", "that it rained");
    base_arena_free(trial.arena);
}

static void clauses_side_by_side_are_all_said(void **state) {
    (void)state;
    struct trial trial = read_claims(
        "Oslo|Oslo|PROPN|NNP|2|nsubj said|say|VERB|VBD|0|root it|it|PRON|PRP|4|nsubj rained|rain|VERB|VBD|2|ccomp "
        "roads|road|NOUN|NNS|6|nsubj closed|close|VERB|VBD|2|ccomp\n");
    assert_claim(&trial, 0, "Oslo", "said", "it rained roads closed");
    base_arena_free(trial.arena);
}

static void a_report_goes_on_in_another_past_tense(void **state) {
    (void)state;
    struct trial trial = read_claims(
        "Oslo|Oslo|PROPN|NNP|3|nsubj has|have|AUX|VBZ|3|aux reported|report|VERB|VBN|0|root pills|pill|NOUN|NNS|5|nsubj "
        "failed|fail|VERB|VBD|3|ccomp and|and|CCONJ|CC|7|cc told|tell|VERB|VBD|5|conj Rome|Rome|PROPN|NNP|7|iobj "
        "it|it|PRON|PRP|10|nsubj rained|rain|VERB|VBD|7|ccomp\n");
    assert_claim(&trial, 0, "Oslo", "has reported", "pills failed");
    assert_claim(&trial, 1, "Oslo", "told", "it rained");
    assert_int_equal(judge(&trial, "told").author, DOCUMENT_CT_PLUS);
    base_arena_free(trial.arena);
}

static void what_an_aim_is_is_not_done(void **state) {
    (void)state;
    struct trial trial = read_claims("The|the|DET|DT|2|det key|key|NOUN|NN|4|nsubj:outer was|be|AUX|VBD|4|cop "
                                     "leaving|leave|VERB|VBG|0|root\n");
    assert_int_equal(judge(&trial, "leaving").author, DOCUMENT_UU);
    base_arena_free(trial.arena);
    trial = read_claims("The|the|DET|DT|2|det key|key|NOUN|NN|4|nsubj was|be|AUX|VBD|4|aux leaving|leave|VERB|VBG|0|root\n");
    assert_int_equal(judge(&trial, "leaving").author, DOCUMENT_CT_PLUS);
    base_arena_free(trial.arena);
}

static void what_a_conjunction_opens_is_no_aside(void **state) {
    (void)state;
    struct trial trial = read_claims(
        "It|it|PRON|PRP|2|nsubj rained^|rain|VERB|VBD|0|root ,|,|PUNCT|,|6|punct that|that|SCONJ|IN|6|mark he|he|PRON|PRP|6|nsubj "
        "intends|intend|VERB|VBZ|2|parataxis to|to|PART|TO|8|mark leave|leave|VERB|VB|6|xcomp\n");
    assert_claim(&trial, 0, "he", "intends", "to leave");
    base_arena_free(trial.arena);
    trial = read_claims("It|it|PRON|PRP|2|nsubj rained^|rain|VERB|VBD|0|root ,|,|PUNCT|,|5|punct he|he|PRON|PRP|5|nsubj "
                        "said|say|VERB|VBD|2|parataxis\n");
    assert_claim(&trial, 0, "he", "said", "It rained");
    base_arena_free(trial.arena);
}

static void objects_and_sources_are_of_their_class(void **state) {
    (void)state;
    struct trial trial = read_claims("They|they|PRON|PRP|2|nsubj back|back|VERB|VBP|0|root bans|ban|NOUN|NNS|2|obj\n");
    assert_claim(&trial, 0, "They", "back", "bans");
    base_arena_free(trial.arena);
    trial = read_claims("They|they|PRON|PRP|2|nsubj back|back|VERB|VBP|0|root cars|car|NOUN|NNS|2|obj\n");
    assert_int_equal(trial.document->claims.count, 0);
    base_arena_free(trial.arena);
    trial = read_claims("Polls|poll|NOUN|NNS|2|nsubj demonstrate|demonstrate|VERB|VBP|0|root doubt|doubt|NOUN|NN|2|obj\n");
    assert_claim(&trial, 0, "Polls", "demonstrate", "doubt");
    base_arena_free(trial.arena);
    trial = read_claims("They|they|PRON|PRP|2|nsubj demonstrate|demonstrate|VERB|VBP|0|root skill|skill|NOUN|NN|2|obj\n");
    assert_int_equal(trial.document->claims.count, 0);
    base_arena_free(trial.arena);
}

static void entries_without_a_frame_rule_out(void **state) {
    (void)state;
    struct trial trial = read_claims(
        "They|they|PRON|PRP|2|nsubj told|tell|VERB|VBD|0|root off|off|ADV|RB|2|advmod that|that|SCONJ|IN|6|mark "
        "it|it|PRON|PRP|6|nsubj rained|rain|VERB|VBD|2|ccomp\n");
    assert_int_equal(trial.document->claims.count, 0);
    base_arena_free(trial.arena);
}

static void empty_documents_have_no_claims(void **state) {
    (void)state;
    struct trial trial = read_claims("");
    assert_int_equal(trial.document->claims.count, 0);
    base_arena_free(trial.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_clause_is_content),
        cmocka_unit_test(quotations_go_on),
        cmocka_unit_test(passives_have_no_source),
        cmocka_unit_test(according_to_speaks_of_the_clause),
        cmocka_unit_test(reports_of_reports_nest),
        cmocka_unit_test(denials_reach_through_allegations),
        cmocka_unit_test(no_indication_is_the_authors_doubt),
        cmocka_unit_test(modals_negation_and_conditions_compose),
        cmocka_unit_test(the_future_of_a_past_report_is_no_condition),
        cmocka_unit_test(participles_share_the_source),
        cmocka_unit_test(the_told_are_no_content),
        cmocka_unit_test(labels_name_the_speaker),
        cmocka_unit_test(messages_speak_and_prisoners_do_not),
        cmocka_unit_test(attacks_in_words_need_a_reason),
        cmocka_unit_test(afterthoughts_are_the_authors),
        cmocka_unit_test(datelines_say_nothing),
        cmocka_unit_test(reports_between_commas_have_both_sides),
        cmocka_unit_test(a_report_at_the_end_is_not_what_was_told),
        cmocka_unit_test(only_somebody_is_told),
        cmocka_unit_test(a_clause_gets_its_subject_back),
        cmocka_unit_test(clauses_side_by_side_are_all_said),
        cmocka_unit_test(a_report_goes_on_in_another_past_tense),
        cmocka_unit_test(what_an_aim_is_is_not_done),
        cmocka_unit_test(what_a_conjunction_opens_is_no_aside),
        cmocka_unit_test(objects_and_sources_are_of_their_class),
        cmocka_unit_test(entries_without_a_frame_rule_out),
        cmocka_unit_test(empty_documents_have_no_claims),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
