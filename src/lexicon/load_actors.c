/* *.actors: names. */
#include "lexicon/load.h"

struct actors_file {
    struct lexicon *lexicon;
    struct lexicon_reader *reader;
    uint32_t entry;
    bool open, has_kind;
    BASE_VECTOR(struct lexicon_role) roles; /* of the entry being read */
    BASE_VECTOR(struct base_slice) nouns;
};

static struct lexicon_entry *entry_of(struct actors_file *file) {
    return &file->lexicon->entries.items[file->entry].entry;
}

static enum sayso_status wrong(const struct actors_file *file, const char *reason, struct base_slice what) {
    return lexicon_line_error(file->reader, reason, what);
}

static enum sayso_status read_kind(struct actors_file *file, struct base_slice value) {
    static const char *const kinds[] = {[LEXICON_COUNTRY] = "country", [LEXICON_REGION] = "region",
                                        [LEXICON_FEATURE] = "feature", [LEXICON_CITY] = "city",
                                        [LEXICON_PER] = "PER",         [LEXICON_ORG] = "ORG",
                                        [LEXICON_GROUP] = "GROUP"};
    for (unsigned i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (base_slice_is(value, kinds[i])) {
            entry_of(file)->kind = (enum lexicon_kind)i;
            file->has_kind = true;
            return SAYSO_OK;
        }
    }
    return wrong(file, "no such kind", value);
}

static enum sayso_status read_country(struct actors_file *file, struct base_slice value) {
    return lexicon_read_code(value, entry_of(file)->country) ? SAYSO_OK
                                                             : wrong(file, "a country is three capital letters", value);
}

static enum sayso_status read_sector(struct actors_file *file, struct base_slice value) {
    struct lexicon_entry *entry = entry_of(file);
    memset(entry->sector, 0, sizeof entry->sector);
    for (size_t count = 0; value.size; count++) {
        struct base_slice one = base_slice_trim(base_slice_cut(&value, ';'));
        if (count == DOCUMENT_SECTORS) {
            return wrong(file, "more than four sectors", one);
        }
        if (!lexicon_read_sector(one, entry->sector[count])) {
            return wrong(file, "no such sector", one);
        }
    }
    return SAYSO_OK;
}

static enum sayso_status read_names(struct actors_file *file, struct base_slice value, enum lexicon_form form) {
    while (value.size) {
        struct base_slice one = base_slice_trim(base_slice_cut(&value, ';'));
        if (one.size && !lexicon_add_name(file->lexicon, one, file->entry, form)) {
            return wrong(file, "a name has between 1 and 16 words", one);
        }
    }
    return SAYSO_OK;
}

static enum sayso_status read_also(struct actors_file *file, struct base_slice value) {
    return read_names(file, value, LEXICON_NAME);
}

static enum sayso_status read_alone(struct actors_file *file, struct base_slice value) {
    return read_names(file, value, LEXICON_ALONE);
}

static enum sayso_status read_adjective(struct actors_file *file, struct base_slice value) {
    return read_names(file, value, LEXICON_ADJECTIVE);
}

static enum sayso_status read_people(struct actors_file *file, struct base_slice value) {
    return read_names(file, value, LEXICON_PEOPLE);
}

static enum sayso_status read_capital(struct actors_file *file, struct base_slice value) {
    return read_names(file, value, LEXICON_CAPITAL);
}

static enum sayso_status read_seat(struct actors_file *file, struct base_slice value) {
    return read_names(file, value, LEXICON_SEAT);
}

static enum sayso_status read_nouns(struct actors_file *file, struct base_slice value) {
    while (value.size) {
        struct base_slice one = base_slice_trim(base_slice_cut(&value, ';'));
        if (one.size) {
            BASE_PUSH(file->lexicon->arena, &file->nouns, one);
        }
    }
    return SAYSO_OK;
}

static enum sayso_status read_gender(struct actors_file *file, struct base_slice value) {
    if (!base_slice_is(value, "m") && !base_slice_is(value, "f")) {
        return wrong(file, "a gender is m or f", value);
    }
    entry_of(file)->gender = value.data[0];
    return SAYSO_OK;
}

static enum sayso_status read_at(struct actors_file *file, struct base_slice value) {
    struct lexicon_entry *entry = entry_of(file);
    struct base_slice latitude = base_slice_cut(&value, ' '), longitude = base_slice_trim(value);
    entry->located = lexicon_read_degrees(latitude, 90, &entry->latitude) &&
                     lexicon_read_degrees(longitude, 180, &entry->longitude);
    return entry->located ? SAYSO_OK : wrong(file, "a place is at LATITUDE LONGITUDE in degrees", latitude);
}

static enum sayso_status read_geonames(struct actors_file *file, struct base_slice value) {
    uint32_t number = 0;
    for (size_t i = 0; i < value.size; i++) {
        if (value.data[i] < '0' || value.data[i] > '9' || value.size > 9) {
            return wrong(file, "a GeoNames id is a number", value);
        }
        number = number * 10 + (uint32_t)(value.data[i] - '0');
    }
    entry_of(file)->geonames = number;
    return SAYSO_OK;
}

/* START..END [COUNTRY:]SECTOR TITLE [of BODY] */
static enum sayso_status read_role(struct actors_file *file, struct base_slice value) {
    struct lexicon_role role = {.start = DOCUMENT_DAY_OPEN, .end = DOCUMENT_DAY_OPEN};
    struct base_slice word = base_slice_cut(&value, ' ');
    size_t dots = base_slice_find(word, BASE_SLICE(".."));
    if (dots != SIZE_MAX) {
        if (!lexicon_read_day(base_slice_part(word, 0, dots), false, &role.start) ||
            !lexicon_read_day(base_slice_part(word, dots + 2, word.size), true, &role.end)) {
            return wrong(file, "no such date", word);
        }
        value = base_slice_trim(value);
        word = base_slice_cut(&value, ' ');
    }
    struct base_slice sector = word;
    if (word.size == 7 && word.data[3] == ':') {
        if (!lexicon_read_code(base_slice_part(word, 0, 3), role.country)) {
            return wrong(file, "a country is three capital letters", word);
        }
        sector = base_slice_part(word, 4, 7);
    }
    if (!lexicon_read_sector(sector, role.sector)) {
        return wrong(file, "no such sector", word);
    }
    role.title = base_slice_trim(value);
    size_t of = base_slice_find(role.title, BASE_SLICE(" of "));
    if (of != SIZE_MAX) {
        role.of = base_slice_part(role.title, of + 4, role.title.size);
        role.title = base_slice_part(role.title, 0, of);
    }
    if (!role.title.size) {
        return wrong(file, "a role needs a title", value);
    }
    BASE_PUSH(file->lexicon->arena, &file->roles, role);
    return SAYSO_OK;
}

static enum sayso_status read_property(struct actors_file *file) {
    static const struct {
        const char *key;
        enum sayso_status (*read)(struct actors_file *file, struct base_slice value);
    } properties[] = {{"role", read_role},       {"also", read_also},   {"kind", read_kind},
                      {"country", read_country}, {"code", read_country}, {"sector", read_sector},
                      {"gender", read_gender},   {"alone", read_alone}, {"adjective", read_adjective},
                      {"people", read_people},   {"capital", read_capital}, {"seat", read_seat},
                      {"noun", read_nouns},      {"at", read_at},       {"geonames", read_geonames}};
    struct base_slice value = file->reader->text;
    struct base_slice key = base_slice_trim(base_slice_cut(&value, ':'));
    if (!file->open) {
        return wrong(file, "an indented line belongs to an entry, and there is none above it", file->reader->text);
    }
    for (size_t i = 0; i < sizeof properties / sizeof *properties; i++) {
        if (base_slice_is(key, properties[i].key)) {
            return properties[i].read(file, base_slice_trim(value));
        }
    }
    return wrong(file, "no such line in an entry", key);
}

/* Of the same file or layer, only what also has the same country is the same: there are two Georgias of a kind. */
static void remove_among(struct lexicon *lexicon, uint32_t at, struct base_slice name, uint32_t keep) {
    const struct lexicon_stored *kept = keep == LEXICON_NOTHING ? NULL : &lexicon->entries.items[keep];
    for (; at != LEXICON_NOTHING; at = lexicon->names.items[at].next) {
        uint32_t number = lexicon->names.items[at].entry;
        struct lexicon_stored *stored = &lexicon->entries.items[number];
        if (number == keep || !base_slice_equal(stored->entry.name, name)) {
            continue;
        }
        bool removed = !kept || (stored->entry.kind == kept->entry.kind &&
                                 (stored->layer < kept->layer ||
                                  memcmp(stored->entry.country, kept->entry.country, sizeof kept->entry.country) == 0));
        if (removed && kept && !stored->removed) {
            lexicon_note_replaced(lexicon, stored->entry.origin, kept->entry.origin, name);
        }
        stored->removed |= removed;
    }
}

static void remove_others(struct lexicon *lexicon, struct base_slice name, uint32_t keep) {
    remove_among(lexicon, lexicon_first_name(lexicon, name), name, keep);
    if (lexicon->caseless_table.count) {
        remove_among(lexicon, lexicon_first_caseless(lexicon, name), name, keep);
    }
}

static enum sayso_status close_entry(struct actors_file *file) {
    if (!file->open) {
        return SAYSO_OK;
    }
    struct base_arena *arena = file->lexicon->arena;
    struct lexicon_entry *entry = entry_of(file);
    if (!file->has_kind || (entry->kind == LEXICON_COUNTRY && !entry->country[0])) {
        return wrong(file, file->has_kind ? "a country needs a code" : "an entry needs a kind", entry->name);
    }
    struct lexicon_role *roles = base_arena_array(arena, file->roles.count, sizeof *roles);
    struct base_slice *nouns = base_arena_array(arena, file->nouns.count, sizeof *nouns);
    for (size_t i = 0; i < file->roles.count; i++) {
        roles[i] = file->roles.items[i];
    }
    for (size_t i = 0; i < file->nouns.count; i++) {
        nouns[i] = file->nouns.items[i];
    }
    entry->roles = roles;
    entry->role_count = file->roles.count;
    entry->nouns = nouns;
    entry->noun_count = file->nouns.count;
    file->roles.count = file->nouns.count = 0;
    file->open = false;
    remove_others(file->lexicon, entry->name, file->entry);
    return SAYSO_OK;
}

static enum sayso_status open_entry(struct actors_file *file) {
    struct lexicon *lexicon = file->lexicon;
    struct base_slice name = file->reader->text;
    if (name.data[0] == '!') {
        remove_others(lexicon, base_slice_trim(base_slice_part(name, 1, name.size)), LEXICON_NOTHING);
        return SAYSO_OK;
    }
    file->entry = (uint32_t)lexicon->entries.count;
    file->open = true;
    file->has_kind = false;
    BASE_PUSH(lexicon->arena, &lexicon->entries,
              ((struct lexicon_stored){
                  .entry = {.name = name, .origin = lexicon_line_origin(file->reader, lexicon->arena)},
                  .layer = lexicon->layer}));
    return lexicon_add_name(lexicon, name, file->entry, LEXICON_NAME)
               ? SAYSO_OK
               : wrong(file, "a name has between 1 and 16 words", name);
}

enum sayso_status lexicon_load_actors(struct lexicon *lexicon, struct lexicon_reader *reader) {
    struct actors_file file = {.lexicon = lexicon, .reader = reader};
    while (lexicon_read_line(reader)) {
        enum sayso_status status = reader->indented ? read_property(&file) : close_entry(&file);
        if (status == SAYSO_OK && !reader->indented) {
            status = open_entry(&file);
        }
        if (status != SAYSO_OK) {
            return status;
        }
    }
    return close_entry(&file);
}
