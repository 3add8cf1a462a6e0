/* Dictionaries in the format of TABARI and PETRARCH (eventdata.parusanalytics.com), as they are: actors with dated CAMEO
 * codes, agents with macros. What makes no sense is refused line by line, as those programs do, and kept for a report. */
#include "lexicon/petrarch.h"

#include "base/utf8.h"

/* CAMEO's roles that PLOVER has as sectors, and what became of the others; MED was the media. */
static const char roles[][2][4] = {
    {"GOV", "GOV"}, {"MIL", "MIL"}, {"COP", "COP"}, {"JUD", "JUD"}, {"LEG", "LEG"}, {"PTY", "PTY"}, {"OPP", "OPP"},
    {"REB", "REB"}, {"INS", "REB"}, {"SEP", "REB"}, {"SPY", "SPY"}, {"UAF", "UAF"}, {"EDU", "EDU"}, {"BUS", "BUS"},
    {"CVL", "CVL"}, {"SET", "CVL"}, {"ELI", "ELI"}, {"LAB", "LAB"}, {"REF", "REF"}, {"CRM", "CRM"}, {"AGR", "AGR"},
    {"MED", "JRN"}, {"HLH", "MED"}, {"HRI", "SOC"}, {"ENV", "SOC"}, {"DEV", "SOC"}, {"REL", "REL"}};

struct code {
    char country[4];
    char sector[DOCUMENT_SECTORS][4];
};

static void add_sector(struct code *code, const char *sector) {
    for (size_t i = 0; i < DOCUMENT_SECTORS; i++) {
        if (strcmp(code->sector[i], sector) == 0) {
            return;
        }
        if (!code->sector[i][0]) {
            memcpy(code->sector[i], sector, 4);
            return;
        }
    }
}

static const char *sector_of(const char *chunk) {
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        if (memcmp(roles[i][0], chunk, 3) == 0) {
            return roles[i][1];
        }
    }
    return NULL;
}

static bool is_number(struct base_slice group) {
    for (size_t i = 0; i < group.size; i++) {
        if (group.data[i] < '0' || group.data[i] > '9') {
            return false;
        }
    }
    return true;
}

/* "AFGGOVMIL", "IGOUNO", "~COP": groups of three letters, a country first unless it is a role. */
static bool read_code(struct base_slice text, struct code *code) {
    *code = (struct code){0};
    bool agent = text.size && text.data[0] == '~';
    text = base_slice_part(text, agent, text.size);
    char group[4] = "";
    for (size_t at = 0; at + 3 <= text.size; at += 3) {
        if (is_number(base_slice_part(text, at, at + 3))) {
            continue; /* denominations have numbers */
        }
        if (!lexicon_read_code(base_slice_part(text, at, at + 3), group)) {
            return false;
        }
        const char *sector = sector_of(group);
        bool united = strcmp(group, "UNO") == 0 || strcmp(group, "EUR") == 0;
        if (sector) {
            add_sector(code, sector);
        } else if (!agent && (at == 0 || (united && strcmp(code->country, "IGO") == 0))) {
            memcpy(code->country, strcmp(group, "NGM") == 0 ? "NGO" : group, 4);
        }
    }
    return text.size >= 3 && text.size % 3 == 0;
}

/* YYMMDD, from 1930 to 2029, or YYYYMMDD. */
static bool read_date(struct base_slice text, int32_t *day) {
    char digits[11] = "19YY-MM-DD";
    text = base_slice_trim(text);
    if (text.size != 6 && text.size != 8) {
        return false;
    }
    const char *year = text.data + text.size - 6;
    memcpy(digits, text.size == 8 ? text.data : text.data[0] < '3' ? "20" : "19", 2);
    memcpy(digits + 2, year, 2);
    memcpy(digits + 5, year + 2, 2);
    memcpy(digits + 8, year + 4, 2);
    return document_parse_day(base_slice_of(digits), day);
}

static bool read_dates(struct base_slice text, struct lexicon_role *role) {
    role->start = role->end = DOCUMENT_DAY_OPEN;
    if (!text.size) {
        return true;
    }
    struct base_slice rest = base_slice_part(text, 1, text.size);
    if (text.data[0] == '>') {
        return read_date(rest, &role->start);
    }
    if (text.data[0] == '<') {
        return read_date(rest, &role->end);
    }
    struct base_slice start = base_slice_cut(&text, '-');
    return read_date(start, &role->start) && read_date(text, &role->end) && role->start <= role->end;
}

/* ---- actors */

struct petrarch_file {
    struct lexicon *lexicon;
    struct lexicon_reader *reader;
    BASE_VECTOR(struct base_slice) names; /* of the actor being read, the first one its own */
    BASE_VECTOR(struct lexicon_role) roles;
    struct code code;                     /* the one without a date */
    bool coded;
    struct base_slice origin;
};

static void refuse(struct petrarch_file *file, const char *reason) {
    struct base_slice origin = lexicon_line_origin(file->reader, file->lexicon->arena);
    BASE_PUSH(file->lexicon->arena, &file->lexicon->refused, ((struct lexicon_refusal){origin, reason}));
}

static void refuse_actor(struct petrarch_file *file, const char *reason) {
    BASE_PUSH(file->lexicon->arena, &file->lexicon->refused, ((struct lexicon_refusal){file->origin, reason}));
}

/* "ABU_NIDAL_" as "Abu Nidal". */
static struct base_slice readable(struct base_arena *arena, struct base_slice name) {
    char *out = base_arena_string(arena, name);
    bool starts = true;
    for (size_t i = 0; i < name.size; i++) {
        bool letter = out[i] >= 'A' && out[i] <= 'Z';
        out[i] = out[i] == '_' ? ' ' : letter && !starts ? (char)(out[i] + 32) : out[i];
        starts = out[i] == ' ' || out[i] == '-' || out[i] == '.';
    }
    return base_slice_trim((struct base_slice){out, name.size});
}

static void read_bracket(struct petrarch_file *file, struct base_slice inside) {
    struct base_slice dates = base_slice_trim(inside), name = base_slice_cut(&dates, ' ');
    struct lexicon_role role = {.title = BASE_SLICE(""), .of = BASE_SLICE("")};
    struct code code;
    if (base_slice_is(name, "---")) {
        return; /* nobody, in that time */
    }
    if (!read_code(name, &code)) {
        refuse(file, "a code is groups of three capital letters");
    } else if (!read_dates(base_slice_trim(dates), &role)) {
        refuse(file, "dates are YYMMDD-YYMMDD, <YYMMDD or >YYMMDD, with years of two or four digits");
    } else if (!dates.size) {
        file->code = code;
        file->coded = true;
    } else {
        memcpy(role.country, code.country, sizeof role.country);
        memcpy(role.sector, code.sector[0], sizeof role.sector);
        BASE_PUSH(file->lexicon->arena, &file->roles, role);
    }
}

static void read_brackets(struct petrarch_file *file, struct base_slice text) {
    while ((text = base_slice_trim(text)).size) {
        size_t open = base_slice_find(text, BASE_SLICE("[")), close = base_slice_find(text, BASE_SLICE("]"));
        if (open == SIZE_MAX || close == SIZE_MAX || close < open) {
            refuse(file, open == SIZE_MAX ? "text behind a name that is no code" : "a code without its ]");
            return;
        }
        read_bracket(file, base_slice_part(text, open + 1, close));
        text = base_slice_part(text, close + 1, text.size);
    }
}

static enum lexicon_kind kind_of(const struct petrarch_file *file) {
    const char *sector = file->code.sector[0];
    return file->roles.count                                               ? LEXICON_PER
           : strcmp(sector, "REB") == 0 || strcmp(sector, "UAF") == 0      ? LEXICON_GROUP
                                                                           : LEXICON_ORG;
}

/* Names of a country alone are added to what is known of it. */
static uint32_t known_country(const struct petrarch_file *file) {
    bool country = file->coded && !file->roles.count && !file->code.sector[0][0];
    for (uint32_t i = 0; country && i < file->lexicon->entries.count; i++) {
        const struct lexicon_stored *stored = &file->lexicon->entries.items[i];
        if (stored->entry.kind == LEXICON_COUNTRY && !stored->removed &&
            strcmp(stored->entry.country, file->code.country) == 0) {
            return i;
        }
    }
    return LEXICON_NOTHING;
}

static void close_actor(struct petrarch_file *file) {
    struct lexicon *lexicon = file->lexicon;
    if (file->names.count && (file->coded || file->roles.count)) {
        uint32_t entry = known_country(file);
        if (entry == LEXICON_NOTHING) {
            entry = (uint32_t)lexicon->entries.count;
            struct lexicon_role *own = base_arena_array(lexicon->arena, file->roles.count, sizeof *own);
            struct lexicon_entry made = {.name = file->names.items[0], .kind = kind_of(file), .roles = own,
                                         .role_count = file->roles.count, .origin = file->origin};
            for (size_t i = 0; i < file->roles.count; i++) {
                own[i] = file->roles.items[i];
            }
            memcpy(made.sector, file->code.sector, sizeof made.sector);
            memcpy(made.country, file->coded ? file->code.country : own[0].country, sizeof made.country);
            BASE_PUSH(lexicon->arena, &lexicon->entries, ((struct lexicon_stored){made, lexicon->layer, false}));
        }
        for (size_t i = 0; i < file->names.count; i++) {
            if (!lexicon_add_caseless(lexicon, file->names.items[i], entry)) {
                refuse_actor(file, "a name of the actor has no words, or more than 16");
            }
        }
    } else if (file->names.count) {
        refuse_actor(file, "the actor has no code");
    }
    file->names.count = file->roles.count = 0;
    file->code = (struct code){0};
    file->coded = false;
}

static struct base_slice without_comment(struct base_slice line) {
    return base_slice_trim(base_slice_cut(&line, ';'));
}

void lexicon_load_petrarch_actors(struct lexicon *lexicon, struct lexicon_reader *reader) {
    struct petrarch_file file = {.lexicon = lexicon, .reader = reader};
    while (lexicon_read_line(reader)) {
        struct base_slice line = without_comment(reader->text);
        if (!line.size) {
            continue;
        }
        if (line.data[0] != '[') {
            bool synonym = line.data[0] == '+';
            if (!synonym) {
                close_actor(&file);
                file.origin = lexicon_line_origin(reader, lexicon->arena);
            }
            size_t bracket = base_slice_find(line, BASE_SLICE("["));
            size_t end = bracket == SIZE_MAX ? line.size : bracket;
            struct base_slice name = base_slice_trim(base_slice_part(line, synonym, end));
            BASE_PUSH(lexicon->arena, &file.names, readable(lexicon->arena, name));
            line = base_slice_part(line, end, line.size);
        }
        read_brackets(&file, line);
    }
    close_actor(&file);
}

/* ---- agents */

enum { MACROS = 32 };

struct macros {
    struct base_slice name[MACROS], words[MACROS]; /* "!PERSON!", "MAN, MEN" */
    size_t count;
};

static void add_agent(struct petrarch_file *file, struct base_slice noun) {
    noun = base_lower_copy(file->lexicon->arena, readable(file->lexicon->arena, noun));
    struct lexicon_agent agent = {.noun = noun, .type = DOCUMENT_PER, .origin = file->origin};
    const struct lexicon_agent *before = lexicon_agent_of(file->lexicon, noun);
    if (before && before->type != DOCUMENT_THING) {
        agent = *before; /* ours knows more of the noun than a code */
        agent.origin = file->origin;
    }
    memcpy(agent.sector, file->code.sector, sizeof agent.sector);
    if (!lexicon_add_agent(file->lexicon, &agent)) {
        refuse(file, "a noun has between 1 and 16 words");
    }
}

static void expand(struct petrarch_file *file, const struct macros *macros, struct base_slice noun) {
    for (size_t i = 0; i < macros->count; i++) {
        size_t at = base_slice_find(noun, macros->name[i]);
        if (at == SIZE_MAX) {
            continue;
        }
        size_t behind = at + macros->name[i].size;
        struct base_slice words = macros->words[i];
        while (words.size) {
            struct base_slice word = base_slice_trim(base_slice_cut(&words, ','));
            add_agent(file, base_arena_format(file->lexicon->arena, "%.*s%.*s%.*s", (int)at, noun.data, (int)word.size,
                                              word.data, (int)(noun.size - behind), noun.data + behind));
        }
        return;
    }
    if (base_slice_find(noun, BASE_SLICE("!")) != SIZE_MAX) {
        refuse(file, "a macro that was not defined above");
        return;
    }
    add_agent(file, noun);
}

static void read_agent(struct petrarch_file *file, const struct macros *macros, struct base_slice line) {
    size_t open = base_slice_find(line, BASE_SLICE("[")), close = base_slice_find(line, BASE_SLICE("]"));
    size_t brace = base_slice_find(line, BASE_SLICE("{")), end = base_slice_find(line, BASE_SLICE("}"));
    if (open == SIZE_MAX || close == SIZE_MAX || close < open ||
        !read_code(base_slice_trim(base_slice_part(line, open + 1, close)), &file->code)) {
        refuse(file, "expected NOUN {PLURAL} [~CODE]");
        return;
    }
    bool plural = brace < open && end != SIZE_MAX && end > brace && end < open;
    expand(file, macros, base_slice_trim(base_slice_part(line, 0, plural ? brace : open)));
    struct base_slice many = plural ? base_slice_trim(base_slice_part(line, brace + 1, end)) : BASE_SLICE("");
    if (many.size) {
        expand(file, macros, many);
    }
}

void lexicon_load_petrarch_agents(struct lexicon *lexicon, struct lexicon_reader *reader) {
    struct petrarch_file file = {.lexicon = lexicon, .reader = reader};
    struct macros macros = {.count = 0};
    while (lexicon_read_line(reader)) {
        struct base_slice line = without_comment(reader->text);
        struct base_slice words = line, name = base_slice_trim(base_slice_cut(&words, '='));
        file.origin = lexicon_line_origin(reader, lexicon->arena);
        if (!line.size) {
            continue;
        }
        if (line.data[0] == '!' && words.size && macros.count < MACROS) {
            macros.name[macros.count] = name;
            macros.words[macros.count++] = base_slice_trim(words);
        } else {
            read_agent(&file, &macros, line);
        }
    }
}
