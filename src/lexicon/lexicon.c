#include "lexicon/lexicon.h"

#include "lexicon/load.h"
#include "lexicon/petrarch.h"
#include "lexicon/words.h"

enum { AGENTS, ACTORS, OTHERS };

static unsigned kind_of(const struct model_part *part) {
    if (part->petrarch) {
        enum lexicon_petrarch kind = lexicon_petrarch_kind(part->name, part->bytes);
        return kind == LEXICON_PETRARCH_AGENTS ? AGENTS : kind == LEXICON_PETRARCH_ACTORS ? ACTORS : OTHERS;
    }
    return base_slice_ends(part->name, BASE_SLICE(".agents"))   ? AGENTS
           : base_slice_ends(part->name, BASE_SLICE(".actors")) ? ACTORS
                                                                : OTHERS;
}

enum sayso_status lexicon_open(const struct model *model, struct base_arena *arena, const struct lexicon **out,
                               struct sayso_error *error) {
    struct lexicon *lexicon = lexicon_new(arena);
    for (unsigned kind = AGENTS; kind <= ACTORS; kind++) {
        for (size_t i = 0; i < model_count(model); i++) {
            const struct model_part *part = model_at(model, i);
            if (kind_of(part) != kind) {
                continue;
            }
            enum sayso_status status = part->petrarch
                                           ? lexicon_load_petrarch(lexicon, part->name, part->bytes, error)
                                           : lexicon_load(lexicon, part->name, part->bytes, part->layer > 0, error);
            if (status != SAYSO_OK) {
                return status;
            }
        }
    }
    lexicon_finish(lexicon);
    *out = lexicon;
    return SAYSO_OK;
}

static uint32_t first_of(const struct lexicon_table *table, struct base_slice name, enum lexicon_case form) {
    uint64_t hash = LEXICON_NO_WORDS, word;
    for (size_t at = 0; lexicon_next_word(name, &at, form, &word);) {
        hash = lexicon_hash_word(hash, word);
    }
    const struct lexicon_slot *slot = lexicon_table_find(table, hash);
    return slot ? slot->value : LEXICON_NOTHING;
}

uint32_t lexicon_first_name(const struct lexicon *lexicon, struct base_slice name) {
    return first_of(&lexicon->name_table, name, LEXICON_AS_IS);
}

uint32_t lexicon_first_caseless(const struct lexicon *lexicon, struct base_slice name) {
    return first_of(&lexicon->caseless_table, name, LEXICON_LOWER);
}

static size_t matches(const struct lexicon *lexicon, uint32_t name, uint32_t tokens, struct lexicon_match *out,
                      size_t limit) {
    size_t count = 0;
    for (; name != LEXICON_NOTHING && count < limit; name = lexicon->names.items[name].next) {
        const struct lexicon_name *n = &lexicon->names.items[name];
        const struct lexicon_stored *stored = &lexicon->entries.items[n->entry];
        if (!stored->removed) {
            out[count++] = (struct lexicon_match){&stored->entry, n->form, tokens};
        }
    }
    return count;
}

size_t lexicon_find(const struct lexicon *lexicon, struct base_slice name, struct lexicon_match *out, size_t limit) {
    return matches(lexicon, lexicon_first_name(lexicon, name), 0, out, limit);
}

/* The names of the longest run; a run ends with a token that has words, so that closing punctuation stays outside. */
static size_t match_case(const struct lexicon *lexicon, const struct lexicon_table *table,
                         const struct document *document, uint32_t token, enum lexicon_case form,
                         struct lexicon_match *out, size_t limit) {
    const struct document_sentence *sentence = &document->sentences.items[document->tokens.items[token].sentence];
    uint32_t end = sentence->first + sentence->count, words = 0, longest = 1;
    uint64_t hash = LEXICON_NO_WORDS, word;
    size_t count = 0;
    for (uint32_t at = token; at < end && words < longest; at++) {
        struct base_slice text = document->tokens.items[at].form;
        uint32_t before = words;
        for (size_t i = 0; lexicon_next_word(text, &i, form, &word); words++) {
            hash = lexicon_hash_word(hash, word);
            if (words == 0) {
                const struct lexicon_slot *first = lexicon_table_find(table, hash);
                longest = first ? first->longest : 0;
            }
        }
        if (words == before) {
            if (at == token) {
                return 0;
            }
            continue;
        }
        const struct lexicon_slot *slot = words <= longest ? lexicon_table_find(table, hash) : NULL;
        size_t found = slot ? matches(lexicon, slot->value, at - token + 1, out, limit) : 0;
        count = found ? found : count;
    }
    return count;
}

static bool shouts(struct base_slice form) {
    bool any = false;
    for (size_t i = 0; i < form.size; i++) {
        if (form.data[i] >= 'a' && form.data[i] <= 'z') {
            return false;
        }
        any |= form.data[i] >= 'A' && form.data[i] <= 'Z';
    }
    return any && form.size > 1;
}

enum { MOST = 8 };

/* Entries are the first member of what is stored. */
static uint32_t layer_of(const struct lexicon_match *match) {
    return ((const struct lexicon_stored *)(const void *)match->entry)->layer;
}

/* A word alone is a name where the text takes it for one: names without case are common nouns, too. */
static bool is_name(const struct document_token *token) {
    return token->upos == UPOS_PROPN || token->upos == UPOS_ADJ || token->name != DOCUMENT_NONE;
}

/* Names without case: where they are longer, or as long and of a stronger overlay; but what they call a country may be known
 * as a place in it. */
static size_t match_caseless(const struct lexicon *lexicon, const struct document *document, uint32_t token,
                             struct lexicon_match *out, size_t count, size_t limit) {
    struct lexicon_match found[MOST], known[MOST];
    size_t more = match_case(lexicon, &lexicon->caseless_table, document, token, LEXICON_LOWER, found, MOST);
    if (!more || (count && out[0].count > found[0].count) ||
        (found[0].count == 1 && !is_name(&document->tokens.items[token]))) {
        return count;
    }
    count = count && out[0].count == found[0].count ? count : 0;
    count = count < MOST ? count : MOST;
    memcpy(known, out, count * sizeof *out);
    bool behind = count && (found[0].entry->kind == LEXICON_COUNTRY || layer_of(&known[0]) > layer_of(&found[0]));
    if (count && !behind && layer_of(&known[0]) < layer_of(&found[0])) {
        count = 0;
    }
    size_t total = 0;
    for (unsigned round = 0; round < 2; round++) {
        bool own = (round == 0) == behind;
        for (size_t i = 0; i < (own ? count : more) && total < limit; i++) {
            out[total++] = own ? known[i] : found[i];
        }
    }
    return total;
}

size_t lexicon_match(const struct lexicon *lexicon, const struct document *document, uint32_t token,
                     struct lexicon_match *out, size_t limit) {
    struct base_slice form = document->tokens.items[token].form;
    size_t count = match_case(lexicon, &lexicon->name_table, document, token, LEXICON_AS_IS, out, limit);
    if (shouts(form)) {
        struct lexicon_match tamed[MOST];
        size_t room = limit < MOST ? limit : MOST;
        size_t found = match_case(lexicon, &lexicon->name_table, document, token, LEXICON_TAMED, tamed, room);
        if (found && (!count || tamed[0].count > out[0].count)) {
            memcpy(out, tamed, found * sizeof *out);
            count = found;
        }
    }
    bool capital = form.size && !(form.data[0] >= 'a' && form.data[0] <= 'z');
    return capital && lexicon->caseless_table.count
               ? match_caseless(lexicon, document, token, out, count, limit)
               : count;
}

size_t lexicon_refused(const struct lexicon *lexicon, const struct lexicon_refusal **out) {
    *out = lexicon->refused.items;
    return lexicon->refused.count;
}

size_t lexicon_replaced(const struct lexicon *lexicon, const struct lexicon_replacement **out) {
    *out = lexicon->replaced.items;
    return lexicon->replaced.count;
}

/* How the words of a run are taken: all by lemma, or those before the last token, or all, by form ("security forces"). */
static struct base_slice word_of(const struct document_token *token, bool by_lemma) {
    return by_lemma && token->lemma.size ? token->lemma : token->form;
}

static const struct lexicon_agent *agent_ending(const struct lexicon *lexicon, const struct document *document,
                                                uint32_t head, uint32_t last, bool last_by_lemma,
                                                bool others_by_lemma, uint32_t *count) {
    const struct document_token *tokens = document->tokens.items;
    uint32_t first = document->sentences.items[tokens[last].sentence].first, words = 0, longest = 1;
    uint64_t hash = LEXICON_NO_WORDS;
    const struct lexicon_agent *found = NULL;
    for (uint32_t at = last + 1; at-- > first && words < longest;) {
        if (at < head && tokens[at].upos == UPOS_ADP) {
            break; /* what stands before a preposition is another head's */
        }
        uint64_t inside[LEXICON_LONGEST];
        size_t size = 0;
        struct base_slice text = word_of(&tokens[at], at == last ? last_by_lemma : others_by_lemma);
        for (size_t i = 0; size < LEXICON_LONGEST && lexicon_next_word(text, &i, LEXICON_LOWER, &inside[size]);) {
            size++;
        }
        for (size_t i = size; i-- > 0; words++) {
            hash = lexicon_hash_word(hash, inside[i]);
            if (words == 0) {
                const struct lexicon_slot *slot = lexicon_table_find(&lexicon->agent_table, hash);
                longest = slot ? slot->longest : 0;
            }
        }
        const struct lexicon_slot *slot =
            size && words <= longest ? lexicon_table_find(&lexicon->agent_table, hash) : NULL;
        if (slot && slot->value != LEXICON_NOTHING) {
            found = &lexicon->agents.items[slot->value];
            *count = last - at + 1;
        }
    }
    return found;
}

static const struct lexicon_agent *agent_at(const struct lexicon *lexicon, const struct document *document,
                                            uint32_t head, uint32_t last, uint32_t *count) {
    const struct lexicon_agent *best = NULL;
    for (unsigned way = 0; way < 3; way++) {
        uint32_t length = 0;
        const struct lexicon_agent *agent = agent_ending(lexicon, document, head, last, way < 2, way == 0, &length);
        if (agent && (!best || length > *count)) {
            best = agent;
            *count = length;
        }
    }
    return best;
}

/* A noun may run on behind its head, through a preposition or to it: "chief of staff", "campaign against". */
enum { REACH = 5 };

const struct lexicon_agent *lexicon_agent(const struct lexicon *lexicon, const struct document *document, uint32_t head,
                                          uint32_t *count) {
    const struct document_token *tokens = document->tokens.items;
    *count = 0;
    const struct lexicon_agent *best = agent_at(lexicon, document, head, head, count);
    const struct document_sentence *sentence = &document->sentences.items[tokens[head].sentence];
    uint32_t end = sentence->first + sentence->count;
    bool runs_on = head + 2 < end && tokens[head + 1].upos == UPOS_ADP;
    for (uint32_t last = head + 1; runs_on && last < end && last <= head + REACH; last++) {
        uint32_t length = 0;
        bool may_end = last == head + 1 || tokens[last].upos == UPOS_NOUN || tokens[last].upos == UPOS_PROPN;
        const struct lexicon_agent *agent = may_end ? agent_at(lexicon, document, head, last, &length) : NULL;
        if (agent && length > last - head && length - (last - head) >= *count) {
            best = agent;
            *count = length - (last - head);
        }
    }
    return best;
}

const struct lexicon_agent *lexicon_counted(const struct lexicon *lexicon) {
    return lexicon_agent_of(lexicon, lexicon->counted);
}

enum lexicon_word lexicon_word(const struct lexicon *lexicon, struct base_slice word) {
    uint64_t hash, last;
    uint32_t count;
    const struct lexicon_slot *slot =
        lexicon_hash_agent(word, &hash, &last, &count) ? lexicon_table_find(&lexicon->word_table, hash) : NULL;
    return slot ? (enum lexicon_word)slot->value : LEXICON_NO_WORD;
}
