/* PETRARCH's agents: "FIRE!PERSON! {} [~COP]", with sets of words for what stands between exclamation marks. */
#include "lexicon/petrarch.h"

#include "base/utf8.h"

struct word_set {
    struct base_slice name, words; /* "!PERSON!", "MAN, MEN" */
};

struct agents {
    struct petrarch_file *file;
    BASE_VECTOR(struct word_set) sets;
    struct petrarch_code code; /* of the last noun, for its synonyms */
    bool has_code;
    struct base_slice origin;
};

enum { MOST_SETS = 256 };

static void refuse(const struct agents *agents, const char *reason) {
    petrarch_refuse(agents->file, agents->file->reader->line, reason, agents->file->line);
}

/* The noun that a longer one is a kind of: the last word, or the one before "of". */
static const struct lexicon_agent *head_of(const struct lexicon *lexicon, struct base_slice noun) {
    const struct lexicon_agent *head = NULL;
    while (noun.size) {
        struct base_slice word = base_slice_cut(&noun, ' ');
        if (head && lexicon_word(lexicon, word) == LEXICON_BELONGS) {
            return head;
        }
        head = lexicon_agent_of(lexicon, word);
    }
    return head;
}

/* A code says nothing of types, titles and genders: these are as our dictionaries have them. */
static void add_agent(struct agents *agents, struct base_slice noun) {
    struct lexicon *lexicon = agents->file->lexicon;
    noun = base_lower_copy(lexicon->arena, petrarch_readable(lexicon->arena, noun));
    struct lexicon_agent agent = {.type = DOCUMENT_PER};
    const struct lexicon_agent *known = lexicon_agent_of(lexicon, noun), *head = head_of(lexicon, noun);
    if (known) {
        agent = *known;
    } else if (head) {
        agent = (struct lexicon_agent){.type = head->type, .is_title = head->is_title, .gender = head->gender};
    }
    agent.noun = noun;
    agent.origin = agents->origin;
    agent.type = agent.type == DOCUMENT_THING ? DOCUMENT_ORG : agent.type;
    memcpy(agent.sector, agents->code.sector, sizeof agent.sector);
    memcpy(agent.country, agents->code.country, sizeof agent.country);
    if (!lexicon_add_agent(lexicon, &agent)) {
        refuse(agents, "a noun has between 1 and 16 words");
    }
}

static void add_agents(struct agents *agents, struct base_slice noun) {
    size_t open = base_slice_find(noun, BASE_SLICE("!"));
    if (open == SIZE_MAX) {
        add_agent(agents, noun);
        return;
    }
    for (size_t i = 0; i < agents->sets.count; i++) {
        const struct word_set *set = &agents->sets.items[i];
        struct base_slice rest = base_slice_part(noun, open, noun.size), words = set->words;
        if (!base_slice_starts(rest, set->name)) {
            continue;
        }
        rest = base_slice_part(rest, set->name.size, rest.size);
        while (words.size) {
            struct base_slice word = base_slice_trim(base_slice_cut(&words, ','));
            char *out = base_arena_take(agents->file->lexicon->arena, noun.size + word.size);
            memcpy(out, noun.data, open);
            memcpy(out + open, word.data, word.size);
            memcpy(out + open + word.size, rest.data, rest.size);
            add_agent(agents, (struct base_slice){out, open + word.size + rest.size});
        }
        return;
    }
    refuse(agents, "no such substitution set");
}

/* NOUN {PLURAL} [~CODE] */
static void read_noun(struct agents *agents, struct base_slice line) {
    size_t open = base_slice_find(line, BASE_SLICE("[")), close = base_slice_find(line, BASE_SLICE("]"));
    bool is_synonym = line.data[0] == '+';
    size_t end = open == SIZE_MAX ? line.size : open;
    bool takes_last = is_synonym && open == SIZE_MAX && agents->has_code;
    if (!takes_last) {
        agents->has_code = open != SIZE_MAX && close != SIZE_MAX && close > open &&
                           petrarch_read_code(agents->file, base_slice_trim(base_slice_part(line, open + 1, close)),
                                              &agents->code);
    }
    if (!agents->has_code) {
        refuse(agents, "expected NOUN {PLURAL} [~CODE]");
        return;
    }
    agents->file->taken++;
    agents->origin = lexicon_line_origin(agents->file->reader, agents->file->lexicon->arena);
    if (agents->code.is_nobody) {
        return;
    }
    struct base_slice braces = base_slice_part(line, is_synonym, end);
    struct base_slice noun = base_slice_trim(base_slice_cut(&braces, '{'));
    struct base_slice plural = base_slice_trim(base_slice_cut(&braces, '}'));
    add_agents(agents, noun);
    if (plural.size) {
        add_agents(agents, plural);
    }
}

void petrarch_load_agents(struct petrarch_file *file) {
    struct agents agents = {.file = file};
    while (petrarch_read_line(file)) {
        struct base_slice words = file->line, name = base_slice_trim(base_slice_cut(&words, '='));
        bool is_set = file->line.data[0] == '!' && name.size < file->line.size && name.size > 2;
        if (is_set && agents.sets.count == MOST_SETS) {
            refuse(&agents, "more than 256 substitution sets");
        } else if (is_set) {
            BASE_PUSH(file->lexicon->arena, &agents.sets, ((struct word_set){name, base_slice_trim(words)}));
        } else {
            read_noun(&agents, file->line);
        }
    }
}
