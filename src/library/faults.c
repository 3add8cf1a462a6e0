#include "library/faults.h"

#include "base/utf8.h"
#include "claims/cues.h"
#include "claims/faults.h"
#include "dates/dictionary.h"
#include "events/check.h"
#include "events/faults.h"
#include "syntax/lemmas.h"

struct finding {
    struct library_usage *usage;
    const struct events_rules *rules;
    library_report report;
    void *context;
    bool overlaid; /* overlays have rules */
    bool *told;    /* rules of which all is said already, by their number */
    char part;     /* of the word that is_lemma() is asked about */
};

/* ---- what the examples show */

void library_usage_open(struct library_usage *usage, const struct sayso_language *language, struct base_arena *arena) {
    const struct events_rules *rules = events_rules_of(language->events);
    *usage = (struct library_usage){.language = language, .arena = arena};
    usage->matched = base_arena_array(arena, rules->rules.count + 1, sizeof *usage->matched);
}

static struct base_slice with_part(struct base_arena *arena, struct base_slice word, char part) {
    return base_arena_format(arena, "%.*s/%c", (int)word.size, word.data, part);
}

static char part_of(const struct document_token *token) {
    switch (token->upos) {
    case UPOS_VERB: return 'v';
    case UPOS_NOUN:
    case UPOS_PROPN: return 'n';
    case UPOS_ADJ: return 'a';
    default: return 0;
    }
}

void library_usage_note(struct library_usage *usage, const struct document *document) {
    const struct events_rules *rules = events_rules_of(usage->language->events);
    for (uint32_t i = 0; i < document->tokens.count; i++) {
        struct events_candidate candidate;
        char part = part_of(&document->tokens.items[i]);
        struct base_slice key = with_part(document->arena, document->tokens.items[i].lemma, part);
        if (part && base_map_get(&usage->lemmas, key) == BASE_MAP_NONE) {
            base_map_set(&usage->lemmas, usage->arena, base_arena_copy(usage->arena, key), 1);
        }
        if (events_match_predicate(document, rules, i, &candidate)) {
            usage->matched[candidate.match.rule - rules->rules.items] = true;
        }
    }
    for (size_t i = 0; i < document->claims.count; i++) {
        base_map_set(&usage->cues, usage->arena, document->claims.items[i].rule, 1); /* the language owns the text */
    }
}

/* ---- words that no token has for a lemma */

static bool is_lemma(void *context, struct base_slice word) {
    const struct finding *finding = context;
    struct base_slice key = with_part(finding->usage->arena, word, finding->part);
    return base_map_get(&finding->usage->lemmas, key) != BASE_MAP_NONE ||
           events_rules_for(finding->rules, word, finding->part) != DOCUMENT_NONE ||
           claims_first(finding->usage->language->claims, word) != NULL;
}

static size_t count_tokens(const struct finding *finding, struct base_slice word) {
    struct document *document = document_new(finding->usage->arena);
    document->text = word;
    text_segment(finding->usage->language->text, document);
    return document->tokens.count;
}

/* Why no token has the word for its lemma; NULL: some may. */
static const char *why_no_lemma(struct finding *finding, struct base_slice word, char part) {
    struct library_usage *usage = finding->usage;
    if (base_map_get(&usage->lemmas, with_part(usage->arena, word, part)) != BASE_MAP_NONE) {
        return NULL;
    }
    if (count_tokens(finding, word) != 1) {
        return "a text has it as several words";
    }
    if (part != 'n' && !base_slice_equal(base_lower_copy(usage->arena, word), word)) {
        return "lemmas are in lower case";
    }
    finding->part = part;
    struct base_slice lemma = syntax_lemma_of_form(syntax_lemmas_of(usage->language->syntax), usage->arena, word, part,
                                                   is_lemma, finding);
    if (!lemma.size) {
        return NULL;
    }
    struct base_slice reason =
        base_arena_format(usage->arena, "it is a form, whose lemma is \"%.*s\"", (int)lemma.size, lemma.data);
    return base_arena_string(usage->arena, reason);
}

/* ---- rules */

static const char *place_of(const struct finding *finding, struct base_slice origin) {
    return base_arena_string(finding->usage->arena, origin);
}

static bool is_asked_about(const struct finding *finding, const struct events_rule *rule) {
    return !rule->petrarch && (rule->layer > 0 || !finding->overlaid);
}

static void report_rule(void *context, const struct events_fault *fault) {
    static const enum library_fault kinds[] = {[EVENTS_NEVER_MATCHES] = LIBRARY_NEVER_MATCHES,
                                               [EVENTS_SHADOWED] = LIBRARY_SHADOWED,
                                               [EVENTS_REPEATED] = LIBRARY_REPEATED};
    struct finding *finding = context;
    if (!is_asked_about(finding, fault->rule)) {
        return;
    }
    finding->told[fault->rule - finding->rules->rules.items] |= fault->lemma.size == 0;
    finding->report(finding->context, kinds[fault->kind], fault->rule->origin,
                    fault->kind == EVENTS_NEVER_MATCHES ? fault->slot : fault->lemma,
                    fault->kind == EVENTS_NEVER_MATCHES ? fault->reason : place_of(finding, fault->other->origin));
}

static void check_keys(struct finding *finding, const struct events_rule *rule) {
    struct events_keys keys = events_keys_of(rule);
    while (events_next_key(finding->rules, &keys)) {
        const char *reason = why_no_lemma(finding, keys.lemma, keys.part);
        if (reason) {
            finding->report(finding->context, LIBRARY_NEVER_MATCHES, rule->origin,
                            with_part(finding->usage->arena, keys.lemma, keys.part), reason);
        }
    }
}

static bool is_seen(const struct finding *finding, struct base_slice word) {
    bool seen = false;
    for (const char *part = "vna"; *part && !seen; part++) {
        struct base_slice key = with_part(finding->usage->arena, word, *part);
        seen = base_map_get(&finding->usage->lemmas, key) != BASE_MAP_NONE;
    }
    return seen;
}

/* The lemmas that slots ask for, most of them nouns: no plurals. */
static void check_slot(struct finding *finding, const struct events_rule *rule, const struct events_slot *slot) {
    for (size_t i = 0; i < slot->atom_count; i++) {
        struct base_slice words = slot->atoms[i].test == EVENTS_HAS_LEMMA ? slot->atoms[i].word : (struct base_slice){0};
        while (words.size) {
            struct base_slice word = base_slice_cut(&words, '_');
            const char *reason = word.size && !is_seen(finding, word) ? why_no_lemma(finding, word, 'n') : NULL;
            if (reason) {
                struct base_slice what = base_arena_format(finding->usage->arena, "\"%.*s\"", (int)word.size, word.data);
                finding->report(finding->context, LIBRARY_NEVER_MATCHES, rule->origin, what, reason);
            }
        }
    }
}

static void find_rules(struct finding *finding) {
    for (size_t i = 0; i < finding->rules->rules.count; i++) {
        finding->overlaid |= finding->rules->rules.items[i].layer > 0;
    }
    events_find_faults(finding->rules, report_rule, finding);
    for (size_t i = 0; i < finding->rules->rules.count; i++) {
        const struct events_rule *rule = &finding->rules->rules.items[i];
        if (!is_asked_about(finding, rule)) {
            continue;
        }
        check_keys(finding, rule);
        for (size_t j = 0; j < rule->slot_count; j++) {
            check_slot(finding, rule, &rule->slots[j]);
        }
        if (rule->example_count && !finding->usage->matched[i] && !finding->told[i]) {
            finding->report(finding->context, LIBRARY_NEVER_MATCHES, rule->origin, (struct base_slice){0},
                            "no example of any file makes it match");
        }
    }
}

/* ---- cues */

static struct base_slice words_of(const struct finding *finding, const struct claims_cue *cue) {
    struct base_slice words = cue->words[0];
    for (unsigned i = 1; i < cue->word_count; i++) {
        words = base_arena_format(finding->usage->arena, "%.*s %.*s", (int)words.size, words.data,
                                  (int)cue->words[i].size, cue->words[i].data);
    }
    return words;
}

static void report_cue(void *context, const struct claims_fault *fault) {
    struct finding *finding = context;
    finding->report(finding->context, fault->repeats ? LIBRARY_REPEATED : LIBRARY_SHADOWED, fault->cue->origin,
                    words_of(finding, fault->cue), place_of(finding, fault->other->origin));
}

/* Cues that make a claim are found by their form, too. */
static void check_words(struct finding *finding, const struct claims_cue *cue) {
    bool by_lemma = cue->kind == CLAIMS_OCCURRENCE || (cue->kind == CLAIMS_VERB && !cue->is_claim);
    const char *reason = by_lemma ? why_no_lemma(finding, cue->words[0], 'v') : NULL;
    if (reason) {
        finding->report(finding->context, LIBRARY_NEVER_MATCHES, cue->origin, words_of(finding, cue), reason);
    }
}

static void find_cues(struct finding *finding) {
    const struct claims *claims = finding->usage->language->claims;
    claims_find_faults(claims, report_cue, finding);
    for (size_t i = 0; i < claims->cues.count; i++) {
        check_words(finding, &claims->cues.items[i]);
    }
    uint32_t last = CLAIMS_NO_CUE;
    for (size_t i = 0; i < claims->examples.count; i++) {
        uint32_t cue = claims->examples.items[i].cue;
        struct base_slice origin = claims->cues.items[cue].origin;
        bool of_claim = claims->examples.items[i].predicate.size == 0 && claims->cues.items[cue].is_claim;
        if (of_claim && cue != last && claims_is_whole(claims, cue) &&
            base_map_get(&finding->usage->cues, origin) == BASE_MAP_NONE) {
            finding->report(finding->context, LIBRARY_NEVER_MATCHES, origin, (struct base_slice){0},
                            "no example of any file makes it match");
        }
        last = of_claim ? cue : last;
    }
}

/* ---- names, nouns and frames of dates */

static void find_replaced(struct finding *finding) {
    const struct lexicon_replacement *replaced;
    size_t count = lexicon_replaced(finding->usage->language->lexicon, &replaced);
    for (size_t i = 0; i < count; i++) {
        finding->report(finding->context, LIBRARY_REPLACED, replaced[i].origin, replaced[i].key,
                        place_of(finding, replaced[i].by));
    }
}

static struct base_slice line_of(const struct finding *finding, const struct dates_frame *frame) {
    return base_arena_format(finding->usage->arena, "%.*s:%u", (int)frame->origin.size, frame->origin.data, frame->line);
}

static void find_frames(struct finding *finding) {
    const struct dates *dates = finding->usage->language->dates;
    for (size_t i = 0; i < dates->frames.count; i++) {
        const struct dates_frame *frame = &dates->frames.items[i];
        const struct dates_frame *last = &dates->frames.items[base_map_get(&dates->frame_keys, frame->key)];
        if (last != frame && base_slice_equal(last->origin, frame->origin)) {
            finding->report(finding->context, LIBRARY_REPLACED, line_of(finding, frame), frame->key,
                            place_of(finding, line_of(finding, last)));
        }
    }
}

void library_find_faults(struct library_usage *usage, library_report report, void *context) {
    struct finding finding = {.usage = usage, .rules = events_rules_of(usage->language->events), .report = report,
                              .context = context};
    finding.told = base_arena_array(usage->arena, finding.rules->rules.count + 1, sizeof *finding.told);
    find_rules(&finding);
    find_cues(&finding);
    find_replaced(&finding);
    find_frames(&finding);
}
