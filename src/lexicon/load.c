#include "lexicon/load.h"

#include "lexicon/words.h"

struct lexicon *lexicon_new(struct base_arena *arena) {
    struct lexicon *lexicon = base_arena_take(arena, sizeof *lexicon);
    lexicon->arena = arena;
    return lexicon;
}

enum sayso_status lexicon_load(struct lexicon *lexicon, struct base_slice name, struct base_slice bytes, bool overlay,
                               struct sayso_error *error) {
    lexicon->layer += overlay;
    struct sayso_error ignored;
    struct lexicon_reader reader = {.name = name, .rest = bytes, .error = error ? error : &ignored};
    if (base_slice_ends(name, BASE_SLICE(".actors"))) {
        return lexicon_load_actors(lexicon, &reader);
    }
    return lexicon_load_agents(lexicon, &reader);
}

/* Before the first name of the same words that is of a lower layer. */
static void link_name(struct lexicon *lexicon, struct lexicon_slot *slot, uint32_t entry, enum lexicon_form form) {
    uint32_t *link = &slot->value;
    while (*link != LEXICON_NOTHING) {
        const struct lexicon_name *name = &lexicon->names.items[*link];
        if (name->entry == entry && name->form == form) {
            return;
        }
        if (lexicon->entries.items[name->entry].layer < lexicon->layer) {
            break;
        }
        link = &lexicon->names.items[*link].next;
    }
    uint32_t next = *link;
    *link = (uint32_t)lexicon->names.count; /* before growing, which may move what `link` points into */
    BASE_PUSH(lexicon->arena, &lexicon->names, ((struct lexicon_name){entry, next, form}));
}

/* The slot of the sequence; that of its first word learns how long it is. */
static struct lexicon_slot *slot_of(struct lexicon_table *table, struct base_arena *arena, uint64_t hash, uint64_t first,
                                    uint32_t count) {
    struct lexicon_slot *slot = lexicon_table_slot(table, arena, lexicon_hash_word(LEXICON_NO_WORDS, first));
    slot->longest = slot->longest > count ? slot->longest : count;
    return count == 1 ? slot : lexicon_table_slot(table, arena, hash);
}

static uint32_t hash_name(struct base_slice text, enum lexicon_case form, uint64_t *hash, uint64_t *first) {
    uint32_t count = 0;
    uint64_t word;
    *hash = LEXICON_NO_WORDS;
    *first = 0;
    for (size_t at = 0; lexicon_next_word(text, &at, form, &word); count++) {
        *first = count ? *first : word;
        *hash = lexicon_hash_word(*hash, word);
    }
    return count;
}

bool lexicon_add_name(struct lexicon *lexicon, struct base_slice text, uint32_t entry, enum lexicon_form form) {
    uint64_t hash, first, titled, titled_first;
    uint32_t count = hash_name(text, LEXICON_AS_IS, &hash, &first);
    if (count == 0 || count > LEXICON_LONGEST) {
        return false;
    }
    struct lexicon_table *table = &lexicon->name_table;
    link_name(lexicon, slot_of(table, lexicon->arena, hash, first, count), entry, form);
    if (count == 1 || lexicon_looks_titled(text)) {
        return true;
    }
    hash_name(text, LEXICON_TITLED, &titled, &titled_first);
    if (titled != hash) {
        link_name(lexicon, slot_of(table, lexicon->arena, titled, titled_first, count), entry, form);
    }
    return true;
}

bool lexicon_add_caseless(struct lexicon *lexicon, struct base_slice text, uint32_t entry) {
    uint64_t hash, first;
    uint32_t count = hash_name(text, LEXICON_LOWER, &hash, &first);
    if (count == 0 || count > LEXICON_LONGEST) {
        return false;
    }
    struct lexicon_slot *slot = slot_of(&lexicon->caseless_table, lexicon->arena, hash, first, count);
    const struct lexicon_name *before = slot->value != LEXICON_NOTHING ? &lexicon->names.items[slot->value] : NULL;
    if (before && lexicon->layer && lexicon->entries.items[before->entry].layer == lexicon->layer) {
        return true; /* said before in the same file */
    }
    link_name(lexicon, slot, entry, LEXICON_NAME);
    return true;
}

static bool are_in_one_file(struct base_slice origin, struct base_slice other) {
    return base_slice_equal(base_slice_cut(&origin, ':'), base_slice_cut(&other, ':'));
}

void lexicon_note_replaced(struct lexicon *lexicon, struct base_slice origin, struct base_slice by, struct base_slice key) {
    if (are_in_one_file(origin, by)) {
        BASE_PUSH(lexicon->arena, &lexicon->replaced, ((struct lexicon_replacement){origin, by, key}));
    }
}

bool lexicon_hash_agent(struct base_slice noun, uint64_t *hash, uint64_t *last, uint32_t *count) {
    uint64_t words[LEXICON_LONGEST];
    uint32_t found = 0;
    for (size_t at = 0; found < LEXICON_LONGEST && lexicon_next_word(noun, &at, LEXICON_LOWER, &words[found]);) {
        found++;
    }
    *hash = LEXICON_NO_WORDS;
    for (uint32_t i = found; i-- > 0;) {
        *hash = lexicon_hash_word(*hash, words[i]);
    }
    *last = found ? words[found - 1] : 0;
    *count = found;
    return found > 0;
}

/* A title with "of" in it ("chief of staff of the army") is cut behind the part that is a noun of the .agents files. */
static void cut_title(const struct lexicon *lexicon, struct lexicon_role *role) {
    if (!role->of.size) {
        return;
    }
    struct base_slice all = {role->title.data, (size_t)(role->of.data + role->of.size - role->title.data)};
    struct base_slice rest = role->of;
    while (role->of.size && rest.size) {
        size_t at = base_slice_find(rest, BASE_SLICE(" of "));
        struct base_slice title = {all.data, at == SIZE_MAX ? all.size : (size_t)(rest.data + at - all.data)};
        uint64_t hash, last;
        uint32_t count;
        const struct lexicon_slot *slot =
            lexicon_hash_agent(title, &hash, &last, &count) ? lexicon_table_find(&lexicon->agent_table, hash) : NULL;
        size_t behind = at == SIZE_MAX ? all.size : title.size + strlen(" of ");
        if (slot && slot->value != LEXICON_NOTHING) {
            role->title = title;
            role->of = base_slice_part(all, behind, all.size);
        }
        rest = base_slice_part(all, behind, all.size);
    }
}

static uint64_t hash_holding(const char *country, struct base_slice title) {
    uint64_t hash, last;
    uint32_t count;
    lexicon_hash_agent(title, &hash, &last, &count);
    uint64_t code = (uint64_t)country[0] << 16 | (uint64_t)country[1] << 8 | (uint64_t)country[2];
    return lexicon_hash_word(hash, code);
}

static void add_holding(struct lexicon *lexicon, uint32_t entry, uint32_t number) {
    const struct lexicon_entry *holder = &lexicon->entries.items[entry].entry;
    const struct lexicon_role *role = &holder->roles[number];
    const char *country = role->country[0] ? role->country : holder->country;
    if (!role->title.size) {
        return;
    }
    struct lexicon_match of;
    bool whole = !role->of.size || (lexicon_find(lexicon, role->of, &of, 1) && of.entry->kind == LEXICON_COUNTRY &&
                                    strcmp(of.entry->country, country) == 0);
    if (!whole) {
        return;
    }
    struct lexicon_slot *slot =
        lexicon_table_slot(&lexicon->holding_table, lexicon->arena, hash_holding(country, role->title));
    uint32_t next = slot->value;
    slot->value = (uint32_t)lexicon->holdings.count;
    BASE_PUSH(lexicon->arena, &lexicon->holdings, ((struct lexicon_holding){entry, number, next}));
}

static uint64_t hash_given(struct base_slice name) {
    uint64_t word = 0;
    size_t at = 0;
    lexicon_next_word(name, &at, LEXICON_TAMED, &word);
    return lexicon_hash_word(LEXICON_NO_WORDS, word);
}

void lexicon_note_given(struct lexicon *lexicon, struct base_slice given_name, char gender) {
    struct lexicon_slot *slot = lexicon_table_slot(&lexicon->given_table, lexicon->arena, hash_given(given_name));
    bool agrees = slot->value == LEXICON_NOTHING || slot->value == (uint32_t)gender;
    slot->value = agrees ? (uint32_t)gender : 0;
}

static void note_gender(struct lexicon *lexicon, const struct lexicon_entry *entry) {
    if (entry->gender && memchr(entry->name.data, ' ', entry->name.size)) {
        lexicon_note_given(lexicon, entry->name, entry->gender);
    }
}

char lexicon_gender(const struct lexicon *lexicon, struct base_slice given_name) {
    const struct lexicon_slot *slot = lexicon_table_find(&lexicon->given_table, hash_given(given_name));
    return slot ? (char)slot->value : 0;
}

void lexicon_finish(struct lexicon *lexicon) {
    for (uint32_t i = 0; i < lexicon->entries.count; i++) {
        struct lexicon_stored *stored = &lexicon->entries.items[i];
        if (stored->removed) {
            continue;
        }
        if (stored->entry.kind == LEXICON_COUNTRY) {
            uint64_t hash = hash_holding(stored->entry.country, (struct base_slice){0});
            struct lexicon_slot *slot = lexicon_table_slot(&lexicon->country_table, lexicon->arena, hash);
            bool first = slot->value == LEXICON_NOTHING; /* former states share the code of a successor */
            if (first || lexicon->entries.items[slot->value].layer < stored->layer) {
                slot->value = i;
            }
        }
        if (stored->entry.kind == LEXICON_PER) {
            note_gender(lexicon, &stored->entry);
        }
        for (uint32_t role = 0; stored->entry.kind == LEXICON_PER && role < stored->entry.role_count; role++) {
            cut_title(lexicon, (struct lexicon_role *)&stored->entry.roles[role]);
            add_holding(lexicon, i, role);
        }
    }
}

const struct lexicon_entry *lexicon_country(const struct lexicon *lexicon, const char *code) {
    if (strlen(code) != 3) {
        return NULL;
    }
    const struct lexicon_slot *slot =
        lexicon_table_find(&lexicon->country_table, hash_holding(code, (struct base_slice){0}));
    return slot ? &lexicon->entries.items[slot->value].entry : NULL;
}

static bool covers(const struct lexicon_role *role, int32_t day) {
    return (role->start == DOCUMENT_DAY_OPEN || role->start <= day) &&
           (role->end == DOCUMENT_DAY_OPEN || role->end >= day);
}

/* DOCUMENT_DAY_OPEN is the least number: a role without a start is the oldest. */
static bool begins_later(const struct lexicon_role *role, const struct lexicon_role *than) {
    return !than || role->start > than->start || (role->start == than->start && role->end == DOCUMENT_DAY_OPEN);
}

/* On the day of a handover there are two for one. */
static bool are_together(const struct lexicon_role *a, const struct lexicon_role *b, int32_t day) {
    if (day == DOCUMENT_DAY_OPEN) {
        return a->end == DOCUMENT_DAY_OPEN && b->end == DOCUMENT_DAY_OPEN;
    }
    return a->end != day && b->end != day && a->start != day && b->start != day;
}

const struct lexicon_entry *lexicon_holder(const struct lexicon *lexicon, struct base_slice title, const char *country,
                                           int32_t day, const struct lexicon_role **role) {
    const struct lexicon_entry *found = NULL;
    const struct lexicon_role *best = NULL;
    bool several = false;
    const struct lexicon_slot *slot =
        strlen(country) == 3 ? lexicon_table_find(&lexicon->holding_table, hash_holding(country, title)) : NULL;
    for (uint32_t at = slot ? slot->value : LEXICON_NOTHING; at != LEXICON_NOTHING;) {
        const struct lexicon_holding *holding = &lexicon->holdings.items[at];
        const struct lexicon_entry *entry = &lexicon->entries.items[holding->entry].entry;
        const struct lexicon_role *one = &entry->roles[holding->role];
        if (day == DOCUMENT_DAY_OPEN || covers(one, day)) {
            several |= found && found != entry && are_together(one, best, day);
            found = begins_later(one, best) ? entry : found;
            best = begins_later(one, best) ? one : best;
        }
        at = holding->next;
    }
    if (several) {
        found = NULL; /* one of many: a senator */
        best = NULL;
    }
    if (role) {
        *role = best;
    }
    return found;
}

const struct lexicon_role *lexicon_role_on(const struct lexicon_entry *entry, int32_t day, bool *former) {
    const struct lexicon_role *current = NULL, *past = NULL;
    for (size_t i = 0; i < entry->role_count; i++) {
        const struct lexicon_role *role = &entry->roles[i];
        bool begun = day == DOCUMENT_DAY_OPEN || role->start == DOCUMENT_DAY_OPEN || role->start <= day;
        bool ended = day != DOCUMENT_DAY_OPEN && role->end != DOCUMENT_DAY_OPEN && role->end < day;
        if (begun && !ended && begins_later(role, current)) {
            current = role;
        } else if (begun && ended && begins_later(role, past)) {
            past = role;
        }
    }
    *former = !current && past;
    return current ? current : past;
}
