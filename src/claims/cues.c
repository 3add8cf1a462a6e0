/* Reads *.cues. The format is in docs/dictionaries.md. */
#include "claims/cues.h"

struct reader {
    struct claims *claims;
    struct base_arena *arena;
    struct base_slice name;
    struct sayso_error *error;
    unsigned line;
    uint32_t file_start;  /* entries before it give way to later ones of the same words and kind */
    uint32_t entry_start; /* ... of the entry that examples belong to */
};

struct named {
    const char *name;
    unsigned value;
};

static const struct named kinds[] = {{"verb", CLAIMS_VERB},
                                     {"noun", CLAIMS_NOUN},
                                     {"adjective", CLAIMS_ADJECTIVE},
                                     {"attribute", CLAIMS_ATTRIBUTE},
                                     {"adverb", CLAIMS_ADVERB},
                                     {"preposition", CLAIMS_PREPOSITION},
                                     {"modal", CLAIMS_MODAL},
                                     {"negation", CLAIMS_NEGATION},
                                     {"mark", CLAIMS_MARK},
                                     {"parenthesis", CLAIMS_PARENTHESIS},
                                     {"support", CLAIMS_SUPPORT},
                                     {"occurrence", CLAIMS_OCCURRENCE},
                                     {"setting", CLAIMS_SETTING},
                                     {"agent", CLAIMS_AGENT},
                                     {"complementizer", CLAIMS_COMPLEMENTIZER},
                                     {"label", CLAIMS_LABEL},
                                     {"adjunct", CLAIMS_ADJUNCT},
                                     {"concession", CLAIMS_CONCESSION},
                                     {"people", CLAIMS_PEOPLE},
                                     {"document", CLAIMS_DOCUMENT},
                                     {"issue", CLAIMS_ISSUE},
                                     {"hearer", CLAIMS_HEARER},
                                     {NULL, 0}};

static const struct named frames[] = {{"clause", CLAIMS_CLAUSE},
                                      {"quote", CLAIMS_QUOTE},
                                      {"infinitive", CLAIMS_INFINITIVE},
                                      {"person-infinitive", CLAIMS_PERSON_INFINITIVE},
                                      {"object-infinitive", CLAIMS_OBJECT_INFINITIVE},
                                      {"passive-infinitive", CLAIMS_PASSIVE_INFINITIVE},
                                      {"gerund", CLAIMS_GERUND},
                                      {"object", CLAIMS_OBJECT},
                                      {"complement", CLAIMS_COMPLEMENT},
                                      {"object!", CLAIMS_OBJECT | CLAIMS_PART},
                                      {"perfect", CLAIMS_PERFECT},
                                      {"relative", CLAIMS_RELATIVE},
                                      {"past", CLAIMS_PAST},
                                      {"source", 0},
                                      {NULL, 0}};

static const struct named classes[] = {{"person", CLAIMS_IS_PERSON},
                                       {"matter", CLAIMS_IS_MATTER},
                                       {"message", CLAIMS_IS_MESSAGE},
                                       {"issue", CLAIMS_IS_ISSUE},
                                       {"document", CLAIMS_IS_DOCUMENT},
                                       {"common", CLAIMS_IS_COMMON},
                                       {NULL, 0}};

static const struct named stances[] = {{"reports", DOCUMENT_REPORTS},
                                       {"confirms", DOCUMENT_CONFIRMS},
                                       {"denies", DOCUMENT_DENIES},
                                       {"alleges", DOCUMENT_ALLEGES},
                                       {"speculates", DOCUMENT_SPECULATES},
                                       {"believes", DOCUMENT_BELIEVES},
                                       {"promises", DOCUMENT_PROMISES},
                                       {"demands", DOCUMENT_DEMANDS},
                                       {"asks", DOCUMENT_ASKS},
                                       {"other", DOCUMENT_OTHER_STANCE},
                                       {NULL, 0}};

static const struct named values[] = {
    {"CT+", DOCUMENT_CT_PLUS},  {"PR+", DOCUMENT_PR_PLUS},  {"PS+", DOCUMENT_PS_PLUS},
    {"CT-", DOCUMENT_CT_MINUS}, {"PR-", DOCUMENT_PR_MINUS}, {"PS-", DOCUMENT_PS_MINUS},
    {"CTu", DOCUMENT_CT_U},     {"Uu", DOCUMENT_UU},        {NULL, 0}};

static const struct named flags[] = {
    {"negation", DOCUMENT_NEGATION}, {"future", DOCUMENT_FUTURE}, {"hypothetical", DOCUMENT_HYPOTHETICAL}, {NULL, 0}};

static bool named_get(const struct named *table, struct base_slice word, unsigned *value) {
    for (; table->name != NULL; table++) {
        if (base_slice_is(word, table->name)) {
            *value = table->value;
            return true;
        }
    }
    return false;
}

static enum sayso_status wrong(struct reader *reader, const char *what, struct base_slice word) {
    base_error_input(reader->error, base_arena_string(reader->arena, reader->name));
    return base_error_set(reader->error, SAYSO_BAD_DICTIONARY, SAYSO_NOWHERE, reader->line, "%s: '%.*s'", what,
                          (int)word.size, word.data);
}

/* The next run without blanks. */
static struct base_slice next_word(struct base_slice *rest) {
    struct base_slice word = {0};
    while (word.size == 0 && rest->size > 0) {
        word = base_slice_trim(base_slice_cut(rest, ' '));
    }
    return word;
}

static bool add_case(struct base_slice *cases, struct base_slice word) {
    for (size_t i = 0; i < CLAIMS_CASES; i++) {
        if (cases[i].size == 0) {
            cases[i] = word;
            return true;
        }
    }
    return false;
}

/* "person|issue" */
static bool read_classes(struct base_slice text, unsigned *classes_out) {
    unsigned value;
    while (text.size > 0) {
        if (!named_get(classes, base_slice_cut(&text, '|'), &value)) {
            return false;
        }
        *classes_out |= value;
    }
    return true;
}

/* "+of", "+to=matter". */
static bool read_cases(struct base_slice text, struct base_slice *cases, unsigned *class) {
    while (text.size > 0) {
        struct base_slice limit = base_slice_cut(&text, '+');
        struct base_slice word = base_slice_cut(&limit, '=');
        if (!add_case(cases, word) || !read_classes(limit, class)) {
            return false;
        }
    }
    return true;
}

/* "+of", "object=person+of+for", "source=document", "clause". */
static bool read_frame(struct claims_cue *cue, struct base_slice word) {
    struct base_slice limit = base_slice_cut(&word, '+');
    struct base_slice frame = base_slice_cut(&limit, '=');
    unsigned value = 0;
    if (frame.size == 0) {
        return read_cases(word, cue->cases, &cue->case_class);
    }
    if (!named_get(frames, frame, &value)) {
        return false;
    }
    bool object = (value & CLAIMS_OBJECT) != 0, complement = value == CLAIMS_COMPLEMENT, source = value == 0;
    if ((word.size > 0 && !object) || (limit.size > 0 && !object && !complement && !source) ||
        (source && limit.size == 0)) {
        return false;
    }
    cue->frames |= value;
    unsigned *class = source ? &cue->source_class : complement ? &cue->complement_class : &cue->object_class;
    return read_classes(limit, class) && read_cases(word, cue->object_cases, class);
}

/* What stands behind the semicolon: "alleges PR+ not Uu author PS+ future". */
static enum sayso_status read_values(struct reader *reader, struct claims_cue *cue, struct base_slice text) {
    unsigned value;
    enum document_factuality *target = &cue->factuality;
    for (struct base_slice word = next_word(&text); word.size > 0; word = next_word(&text)) {
        if (base_slice_is(word, "not")) {
            target = &cue->negated;
        } else if (base_slice_is(word, "author")) {
            target = &cue->author;
        } else if (named_get(values, word, &value)) {
            *target = (enum document_factuality)value;
            target = &cue->factuality;
        } else if (named_get(stances, word, &value)) {
            cue->is_claim = true;
            cue->stance = (enum document_stance)value;
        } else if (named_get(flags, word, &value)) {
            cue->aux |= value;
        } else {
            return wrong(reader, "neither a stance, a factuality nor a flag", word);
        }
    }
    return SAYSO_OK;
}

static enum sayso_status read_words(struct reader *reader, struct claims_cue *cue, struct base_slice text) {
    cue->word_count = 0;
    for (struct base_slice word = next_word(&text); word.size > 0; word = next_word(&text)) {
        if (cue->word_count == CLAIMS_WORDS) {
            return wrong(reader, "too many words in a cue", word);
        }
        cue->words[cue->word_count++] = word;
    }
    return cue->word_count > 0 ? SAYSO_OK : wrong(reader, "an entry without a word", text);
}

bool claims_is_same_key(const struct claims_cue *a, const struct claims_cue *b) {
    if (a->kind != b->kind || a->word_count != b->word_count) {
        return false;
    }
    for (unsigned i = 0; i < a->word_count; i++) {
        if (!base_slice_equal(a->words[i], b->words[i])) {
            return false;
        }
    }
    return true;
}

/* Takes entries of the same words and kind out of the chain: all of them, or those that give way. */
static void remove_earlier(struct reader *reader, const struct claims_cue *key, bool all) {
    struct claims *claims = reader->claims;
    uint32_t at = base_map_get(&claims->first, key->words[0]), previous = CLAIMS_NO_CUE;
    while (at != BASE_MAP_NONE && at != CLAIMS_NO_CUE) {
        struct claims_cue *cue = &claims->cues.items[at];
        if (claims_is_same_key(cue, key) && (all || at < reader->file_start)) {
            if (previous == CLAIMS_NO_CUE) {
                base_map_set(&claims->first, reader->arena, key->words[0], cue->next);
            } else {
                claims->cues.items[previous].next = cue->next;
            }
        } else {
            previous = at;
        }
        at = cue->next;
    }
}

/* Entries of more words stand before shorter ones, equals in the order of the file. */
static void add_entry(struct reader *reader, struct claims_cue cue) {
    struct claims *claims = reader->claims;
    remove_earlier(reader, &cue, false);
    uint32_t added = (uint32_t)claims->cues.count, previous = CLAIMS_NO_CUE;
    uint32_t at = base_map_get(&claims->first, cue.words[0]);
    at = at == BASE_MAP_NONE ? CLAIMS_NO_CUE : at;
    while (at != CLAIMS_NO_CUE && claims->cues.items[at].word_count >= cue.word_count) {
        previous = at;
        at = claims->cues.items[at].next;
    }
    cue.next = at;
    BASE_PUSH(reader->arena, &claims->cues, cue);
    if (previous == CLAIMS_NO_CUE) {
        base_map_set(&claims->first, reader->arena, cue.words[0], added);
    } else {
        claims->cues.items[previous].next = added;
    }
}

static enum sayso_status read_entry(struct reader *reader, struct base_slice line) {
    bool removes = line.data[0] == '!';
    struct base_slice values_text = removes ? base_slice_part(line, 1, line.size) : line;
    struct base_slice left = base_slice_cut(&values_text, ';');
    struct base_slice right = left;
    struct base_slice lemmas = base_slice_cut(&right, ':');
    struct claims_cue cue = {.factuality = DOCUMENT_CT_PLUS, .negated = DOCUMENT_UU, .author = DOCUMENT_UU};
    struct base_slice kind = next_word(&right);
    unsigned value;
    if (!named_get(kinds, kind, &value)) {
        return wrong(reader, "no such kind of cue", kind);
    }
    cue.kind = (enum claims_kind)value;
    for (struct base_slice word = next_word(&right); word.size > 0; word = next_word(&right)) {
        if (!read_frame(&cue, word)) {
            return wrong(reader, "no such frame", word);
        }
    }
    enum sayso_status status = read_values(reader, &cue, values_text);
    cue.origin = base_arena_format(reader->arena, "%.*s:%u", (int)reader->name.size, reader->name.data, reader->line);
    reader->entry_start = (uint32_t)reader->claims->cues.count;
    while (status == SAYSO_OK && lemmas.size > 0) {
        status = read_words(reader, &cue, base_slice_cut(&lemmas, ','));
        if (status == SAYSO_OK && removes) {
            remove_earlier(reader, &cue, true);
        } else if (status == SAYSO_OK) {
            add_entry(reader, cue);
        }
    }
    return status;
}

/* "left CT+" or "left Uu CT+": the author's commitment, and the innermost source's. */
static bool read_judgement(struct claims_example *example, struct base_slice text) {
    unsigned author, innermost = DOCUMENT_UU;
    example->predicate = next_word(&text);
    bool read = named_get(values, next_word(&text), &author);
    struct base_slice second = next_word(&text);
    example->has_innermost = second.size > 0;
    if (!read || (second.size > 0 && !named_get(values, second, &innermost)) || base_slice_trim(text).size > 0) {
        return false;
    }
    example->author = (enum document_factuality)author;
    example->innermost = (enum document_factuality)innermost;
    return true;
}

static bool read_relation(struct claims_example *example, struct base_slice text) {
    example->source = base_slice_trim(base_slice_cut(&text, '|'));
    example->cue_text = base_slice_trim(base_slice_cut(&text, '|'));
    example->content = base_slice_trim(text);
    return example->cue_text.size > 0 && example->content.size > 0;
}

/* "SENTENCE => SOURCE | CUE | CONTENT", "SENTENCE => PREDICATE VALUE VALUE" or "SENTENCE => nothing". */
static enum sayso_status read_example(struct reader *reader, struct base_slice line) {
    size_t arrow = base_slice_find(line, BASE_SLICE("=>"));
    if (arrow == SIZE_MAX || reader->entry_start >= reader->claims->cues.count) {
        return wrong(reader, "no example of an entry", line);
    }
    struct base_slice rest = base_slice_trim(base_slice_part(line, arrow + 2, line.size));
    struct claims_example example = {
        .cue = reader->entry_start, .sentence = base_slice_trim(base_slice_part(line, 0, arrow)), .line = reader->line};
    bool is_relation = base_slice_find(rest, BASE_SLICE("|")) != SIZE_MAX;
    if (!base_slice_is(rest, "nothing") &&
        !(is_relation ? read_relation(&example, rest) : read_judgement(&example, rest))) {
        return wrong(reader, "an example needs SOURCE | CUE | CONTENT or PREDICATE VALUE", line);
    }
    BASE_PUSH(reader->arena, &reader->claims->examples, example);
    return SAYSO_OK;
}

enum sayso_status claims_load(struct claims *claims, struct base_arena *arena, struct base_slice name,
                              struct base_slice bytes, bool overlay, struct sayso_error *error) {
    struct reader reader = {.claims = claims,
                            .arena = arena,
                            .name = name,
                            .error = error,
                            .file_start = overlay ? (uint32_t)claims->cues.count : 0,
                            .entry_start = UINT32_MAX};
    enum sayso_status status = SAYSO_OK;
    while (bytes.size > 0 && status == SAYSO_OK) {
        struct base_slice line = base_slice_line(&bytes);
        reader.line++;
        struct base_slice text = base_slice_trim(line);
        if (text.size == 0 || text.data[0] == '#') {
            continue;
        }
        status = line.data[0] == ' ' ? read_example(&reader, text) : read_entry(&reader, text);
    }
    return status;
}
