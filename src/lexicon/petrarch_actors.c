/* PETRARCH's actors. What our dictionaries know by one of an actor's names stays what it is there and takes the codes:
 * they know kind, spelling and titles, of which a code says nothing. */
#include "lexicon/petrarch.h"
#include "lexicon/words.h"

struct actor {
    struct petrarch_file *file;
    BASE_VECTOR(struct base_slice) names; /* the first one its own */
    BASE_VECTOR(struct lexicon_role) roles; /* by dated codes */
    struct petrarch_code code;            /* the one without dates, else the last */
    bool is_undated, is_nobody;
    bool is_other;                        /* a code is not that of a state alone */
    struct base_slice origin, line;
    unsigned number, last_name;           /* of the lines of the first and of the last name */
};

static bool is_open(const struct actor *actor) {
    return actor->names.count && !actor->is_undated && !actor->roles.count && !actor->is_nobody;
}

/* ---- what kind it is */

static bool is_body_noun(const struct lexicon *lexicon, struct base_slice word) {
    const struct lexicon_agent *agent = lexicon_agent_of(lexicon, word);
    if (!agent && word.size > 1) {
        agent = lexicon_agent_of(lexicon, base_slice_part(word, 0, word.size - 1)); /* a plural, most often */
    }
    return agent && (agent->type == DOCUMENT_ORG || agent->type == DOCUMENT_GROUP);
}

/* "Council of State", "Angry Brigade": with a preposition of belonging, or ending in what is a body. */
static bool is_body(const struct lexicon *lexicon, struct base_slice name) {
    struct base_slice word = {0};
    while (name.size) {
        word = base_slice_cut(&name, ' ');
        if (lexicon_word(lexicon, word) == LEXICON_BELONGS) {
            return true;
        }
    }
    return is_body_noun(lexicon, word);
}

static bool starts_with_given_name(const struct petrarch_file *file, struct base_slice name) {
    uint64_t word, second;
    size_t at = 0;
    return lexicon_next_word(name, &at, LEXICON_LOWER, &word) && lexicon_next_word(name, &at, LEXICON_LOWER, &second) &&
           lexicon_table_find(&file->given, lexicon_hash_word(LEXICON_NO_WORDS, word)) != NULL;
}

static enum lexicon_kind kind_of(const struct actor *actor) {
    struct base_slice name = actor->names.items[0];
    const char *country = actor->code.country, *sector = actor->code.sector[0];
    bool given = starts_with_given_name(actor->file, name), dated = actor->roles.count > 0;
    if (actor->code.is_region && !sector[0]) {
        return LEXICON_REGION;
    }
    bool armed = strcmp(sector, "REB") == 0 || strcmp(sector, "UAF") == 0;
    if (armed || !sector[0]) {
        return dated && given && !is_body(actor->file->lexicon, name) ? LEXICON_PER : LEXICON_GROUP;
    }
    bool person = dated || (given && !petrarch_is_international(country)) || strcmp(sector, "ELI") == 0;
    return person && !is_body(actor->file->lexicon, name) ? LEXICON_PER : LEXICON_ORG;
}

/* ---- what our dictionaries know */

static bool agrees(const struct actor *actor, const struct lexicon_entry *entry) {
    const char *country = actor->code.country;
    bool same = !country[0] || !entry->country[0] || strcmp(country, entry->country) == 0 ||
                (petrarch_is_international(country) && petrarch_is_international(entry->country));
    for (size_t i = 0; i < actor->roles.count && !same; i++) {
        same = strcmp(actor->roles.items[i].country, entry->country) == 0;
    }
    return same;
}

static uint32_t known_as(const struct actor *actor, struct base_slice name) {
    const struct lexicon *lexicon = actor->file->lexicon;
    for (uint32_t at = lexicon_first_name(lexicon, name); at != LEXICON_NOTHING; at = lexicon->names.items[at].next) {
        const struct lexicon_name *one = &lexicon->names.items[at];
        const struct lexicon_stored *stored = &lexicon->entries.items[one->entry];
        bool acts = stored->entry.kind == LEXICON_PER || stored->entry.kind == LEXICON_ORG ||
                    stored->entry.kind == LEXICON_GROUP;
        if (!stored->removed && acts && one->form == LEXICON_NAME && agrees(actor, &stored->entry)) {
            return one->entry;
        }
    }
    return LEXICON_NOTHING;
}

/* ---- codes into entries */

static bool overlap(const struct lexicon_role *a, const struct lexicon_role *b) {
    return (b->end == DOCUMENT_DAY_OPEN || a->start <= b->end) && (a->end == DOCUMENT_DAY_OPEN || b->start <= a->end);
}

static const struct lexicon_role *overlapping(const struct lexicon_role *roles, size_t count,
                                              const struct lexicon_role *role, const char *sector) {
    for (size_t i = 0; i < count; i++) {
        if (overlap(&roles[i], role) && (!sector || strcmp(sector, roles[i].sector) == 0)) {
            return &roles[i];
        }
    }
    return NULL;
}

/* The dated codes, with the titles that our dictionaries have for those times; ours of other times; and the code without
 * dates for the rest of time. */
static void set_roles(const struct actor *actor, struct lexicon_entry *entry) {
    struct base_arena *arena = actor->file->lexicon->arena;
    size_t count = 0;
    struct lexicon_role *roles = base_arena_array(arena, actor->roles.count + entry->role_count + 1, sizeof *roles);
    for (size_t i = 0; i < actor->roles.count; i++) {
        roles[count] = actor->roles.items[i];
        const struct lexicon_role *titled =
            overlapping(entry->roles, entry->role_count, &roles[count], roles[count].sector);
        roles[count].title = titled ? titled->title : roles[count].title;
        roles[count].of = titled ? titled->of : roles[count].of;
        count++;
    }
    for (size_t i = 0; i < entry->role_count; i++) {
        if (entry->roles[i].title.size && !overlapping(roles, actor->roles.count, &entry->roles[i], NULL)) {
            roles[count++] = entry->roles[i];
        }
    }
    if (actor->is_undated) {
        roles[count] = (struct lexicon_role){.start = DOCUMENT_DAY_OPEN, .end = DOCUMENT_DAY_OPEN};
        memcpy(roles[count].country, actor->code.country, sizeof roles[count].country);
        memcpy(roles[count++].sector, actor->code.sector[0], sizeof roles[0].sector);
    }
    entry->roles = roles;
    entry->role_count = count;
    memset(entry->sector, 0, sizeof entry->sector);
}

/* The state somebody is of, whatever international posts there are besides. */
static const char *home_of(const struct actor *actor) {
    const char *country = actor->code.country;
    for (size_t i = 0; i < actor->roles.count && (!country[0] || petrarch_is_international(country)); i++) {
        const char *other = actor->roles.items[i].country;
        country = other[0] && (!country[0] || !petrarch_is_international(other)) ? other : country;
    }
    return country;
}

static void take_codes(const struct actor *actor, struct lexicon_entry *entry) {
    const char *home = home_of(actor);
    bool keeps = !home[0] || (entry->country[0] && entry->kind == LEXICON_PER && petrarch_is_international(home));
    if (!keeps) {
        memcpy(entry->country, home, sizeof entry->country);
    }
    if (actor->roles.count) {
        set_roles(actor, entry);
    } else {
        memcpy(entry->sector, actor->code.sector, sizeof entry->sector);
        entry->role_count = 0;
    }
}

static uint32_t new_entry(const struct actor *actor) {
    struct lexicon *lexicon = actor->file->lexicon;
    struct lexicon_entry entry = {.name = actor->names.items[0], .kind = kind_of(actor), .origin = actor->origin};
    take_codes(actor, &entry);
    BASE_PUSH(lexicon->arena, &lexicon->entries, ((struct lexicon_stored){entry, lexicon->layer, false}));
    return (uint32_t)lexicon->entries.count - 1;
}

/* Known names take the codes where they are, the others are names of the first known one, or of an entry of their own. */
static uint32_t take_known(struct actor *actor) {
    struct lexicon *lexicon = actor->file->lexicon;
    bool body = is_body(lexicon, actor->names.items[0]);
    uint32_t first = LEXICON_NOTHING;
    size_t kept = 0;
    for (size_t i = 0; i < actor->names.count; i++) {
        uint32_t known = known_as(actor, actor->names.items[i]);
        if (known == LEXICON_NOTHING) {
            actor->names.items[kept++] = actor->names.items[i];
            continue;
        }
        struct lexicon_stored *stored = &lexicon->entries.items[known];
        if (stored->layer != lexicon->layer) {
            take_codes(actor, &stored->entry);
            stored->layer = lexicon->layer;
        }
        bool fits = i == 0 || (stored->entry.kind == LEXICON_PER) != body;
        first = first == LEXICON_NOTHING && fits ? known : first;
    }
    actor->names.count = kept;
    return first;
}

static void add_names(struct actor *actor, uint32_t entry) {
    for (size_t i = 0; i < actor->names.count; i++) {
        if (!lexicon_add_caseless(actor->file->lexicon, actor->names.items[i], entry)) {
            petrarch_refuse(actor->file, actor->number, "a name has between 1 and 16 words", actor->names.items[i]);
        }
    }
}

static void close_actor(struct actor *actor) {
    if (is_open(actor)) {
        petrarch_refuse(actor->file, actor->number, "an actor without a code", actor->line);
    } else if (actor->names.count && (actor->is_undated || actor->roles.count)) {
        actor->file->taken++;
        uint32_t entry = !actor->is_other ? petrarch_country(actor->file, actor->code.country) : LEXICON_NOTHING;
        entry = entry == LEXICON_NOTHING ? take_known(actor) : entry;
        if (actor->names.count) {
            add_names(actor, entry == LEXICON_NOTHING ? new_entry(actor) : entry);
        }
    }
    actor->names.count = actor->roles.count = 0;
    actor->code = (struct petrarch_code){0};
    actor->is_undated = actor->is_nobody = actor->is_other = false;
}

/* ---- lines */

static void read_code(struct actor *actor, struct base_slice inside) {
    struct petrarch_file *file = actor->file;
    struct base_slice dates = base_slice_trim(inside), text = base_slice_cut(&dates, ' ');
    struct lexicon_role role = {.title = BASE_SLICE(""), .of = BASE_SLICE("")};
    struct petrarch_code code;
    dates = base_slice_trim(dates);
    if (!petrarch_read_code(file, text, &code)) {
        petrarch_refuse(file, file->reader->line, "a code is groups of three capital letters", inside);
        actor->is_nobody = true; /* and no complaint that there is none */
    } else if (!petrarch_read_dates(dates, &role)) {
        petrarch_refuse(file, file->reader->line,
                        "dates are YYMMDD-YYMMDD, <YYMMDD or >YYMMDD, or with four digits a year", inside);
        actor->is_nobody = true;
    } else if (code.is_nobody) {
        actor->is_nobody = true;
    } else {
        actor->is_other |= !code.is_state;
        if (!actor->is_undated) {
            actor->code = code;
        }
        if (!dates.size) {
            actor->code = code;
            actor->is_undated = true;
            return;
        }
        memcpy(role.country, code.country, sizeof role.country);
        memcpy(role.sector, code.sector[0], sizeof role.sector);
        BASE_PUSH(file->lexicon->arena, &actor->roles, role);
    }
}

static void read_codes(struct actor *actor, struct base_slice text) {
    while ((text = base_slice_trim(text)).size) {
        size_t close = base_slice_find(text, BASE_SLICE("]"));
        if (text.data[0] != '[' || close == SIZE_MAX) {
            const char *reason = text.data[0] == '[' ? "a code without its ]" : "no code";
            petrarch_refuse(actor->file, actor->file->reader->line, reason, text);
            return;
        }
        read_code(actor, base_slice_part(text, 1, close));
        text = base_slice_part(text, close + 1, text.size);
    }
}

/* A name in the very line behind one that has no code yet is another name of the same: "UN_", "U.N._". */
static bool carries_on(const struct actor *actor) {
    return is_open(actor) && actor->file->reader->line == actor->last_name + 1;
}

static void add_name(struct actor *actor, struct base_slice name, bool is_synonym) {
    struct petrarch_file *file = actor->file;
    if (!is_synonym && !carries_on(actor)) {
        close_actor(actor);
        actor->origin = lexicon_line_origin(file->reader, file->lexicon->arena);
        actor->number = file->reader->line;
        actor->line = file->line;
    }
    if (is_synonym && !actor->names.count) {
        petrarch_refuse(file, file->reader->line, "a synonym, and no actor above it", file->line);
        return;
    }
    actor->last_name = file->reader->line;
    BASE_PUSH(file->lexicon->arena, &actor->names, petrarch_readable(file->lexicon->arena, name));
}

void petrarch_load_actors(struct petrarch_file *file) {
    struct actor actor = {.file = file};
    while (petrarch_read_line(file)) {
        struct base_slice line = file->line;
        size_t open = base_slice_find(line, BASE_SLICE("["));
        open = open == SIZE_MAX ? line.size : open;
        bool is_synonym = line.data[0] == '+';
        struct base_slice name = base_slice_trim(base_slice_part(line, is_synonym && open, open));
        if (name.size && file->reader->indented) {
            petrarch_refuse(file, file->reader->line, "no code", line);
            continue;
        }
        if (name.size || is_synonym) {
            add_name(&actor, name, is_synonym);
        }
        if (open < line.size && !actor.names.count) {
            petrarch_refuse(file, file->reader->line, "a code, and no actor above it", line);
        } else {
            read_codes(&actor, base_slice_part(line, open, line.size));
        }
    }
    close_actor(&actor);
}
