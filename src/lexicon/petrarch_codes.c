/* Codes of CAMEO, in groups of three letters, and dates. The groups are those of the CAMEO manual 1.1b3 (Schrodt 2012),
 * chapters 3 to 6: countries, international actors and regions, religions, roles. */
#include "lexicon/petrarch.h"

/* Roles that PLOVER has as sectors, and what became of the others: MED was the media, HLH health. */
static const char roles[][2][4] = {
    {"GOV", "GOV"}, {"MIL", "MIL"}, {"COP", "COP"}, {"JUD", "JUD"}, {"LEG", "LEG"}, {"PTY", "PTY"}, {"OPP", "OPP"},
    {"REB", "REB"}, {"INS", "REB"}, {"SEP", "REB"}, {"SPY", "SPY"}, {"UAF", "UAF"}, {"EDU", "EDU"}, {"BUS", "BUS"},
    {"CVL", "CVL"}, {"SET", "CVL"}, {"PPL", "CVL"}, {"ELI", "ELI"}, {"LAB", "LAB"}, {"REF", "REF"}, {"CRM", "CRM"},
    {"AGR", "AGR"}, {"MED", "JRN"}, {"HLH", "MED"}, {"HRI", "SOC"}, {"ENV", "SOC"}, {"DEV", "SOC"}, {"REL", "REL"}};

/* What an international actor is where its code has no role. */
static const char internationals[][2][4] = {{"IGO", "GOV"}, {"UNO", "GOV"}, {"EUR", "GOV"}, {"NGO", "SOC"},
                                            {"MNC", "BUS"}, {"IMG", "REB"}, {"ISM", ""}};

/* Countries that are called otherwise in ISO 3166, or are no more. */
static const char renamed[][2][4] = {
    {"ROM", "ROU"}, {"KSV", "KOS"}, {"TMP", "TLS"}, {"ZAR", "COD"}, {"BUR", "MMR"}, {"USR", "RUS"}, {"SUN", "RUS"},
    {"DDR", "DEU"}, {"GDR", "DEU"}, {"CSK", "CZE"}, {"YUG", "SRB"}, {"FRY", "SRB"}, {"SCG", "SRB"}, {"WBK", "PSE"},
    {"GZS", "PSE"}, {"GZA", "PSE"}, {"PAL", "PSE"}, {"IMY", "IMN"}};

static const char regions[] = "AFR ASA BLK CAR CAS CAU CEU CFR CRB EAF EEU EIN EUR INT LAM MDT MEA NAF NMR NON PGS SAF "
                              "SAM SAS SCN SEA UIS WAF WAS WEU WST";
static const char religions[] = "ATH BAH BUD CHR CON CPT CTH DOX HIN HSD ITR JAN JEW JHW LDS MOS MRN MUS NRM PAG PRO "
                                "SFI SHI SIK SUN TAO TRD UDX ZRO";

static bool is_among(const char *list, const char *group) {
    return strstr(list, group) != NULL;
}

static const char *translate(const char table[][2][4], size_t count, const char *group) {
    for (size_t i = 0; i < count; i++) {
        if (memcmp(table[i][0], group, 3) == 0) {
            return table[i][1];
        }
    }
    return NULL;
}

#define TRANSLATE(table, group) translate(table, sizeof table / sizeof *table, group)

bool petrarch_is_international(const char *code) {
    return TRANSLATE(internationals, code) != NULL;
}

static void add_sector(struct petrarch_code *code, const char *sector) {
    for (size_t i = 0; i < DOCUMENT_SECTORS && strcmp(code->sector[i], sector) != 0; i++) {
        if (!code->sector[i][0]) {
            memcpy(code->sector[i], sector, 4);
            return;
        }
    }
}

static const char *current(const struct petrarch_file *file, const char *group) {
    const char *now = TRANSLATE(renamed, group);
    return now && petrarch_country(file, group) == LEXICON_NOTHING ? now : group;
}

/* "USAGUM", "USRARM <900823": what belongs to a country, or did, has a code of its own. */
static bool is_part(const struct petrarch_file *file, const struct petrarch_code *code, const char *group, size_t at,
                    size_t size) {
    return at == 3 && size == 6 && petrarch_country(file, code->country) != LEXICON_NOTHING &&
           petrarch_country(file, current(file, group)) != LEXICON_NOTHING;
}

static void read_group(const struct petrarch_file *file, const char *group, size_t at, size_t size,
                       struct petrarch_code *code) {
    bool of_states = strcmp(code->country, "IGO") == 0;
    const char *sector = TRANSLATE(roles, group);
    if (sector) {
        add_sector(code, sector);
    } else if (of_states && strcmp(group, "UNO") == 0) {
        memcpy(code->country, group, 4);
    } else if (strcmp(group, "EEC") == 0 && (at == 0 || of_states)) {
        memcpy(code->country, "EUR", 4);
    } else if (is_part(file, code, group, at, size)) {
        memcpy(code->country, current(file, group), 4);
    } else if (at > 0) {
        return; /* what it is besides: a region, an organisation of its own, a people, a faith */
    } else if (is_among(regions, group)) {
        code->is_region = true;
    } else if (!is_among(religions, group) || petrarch_country(file, group) != LEXICON_NOTHING) {
        memcpy(code->country, strcmp(group, "NGM") == 0 ? "NGO" : current(file, group), 4);
    }
}

/* Whoever has no role but a faith or a kind of international actor. */
static void add_weak_sector(struct petrarch_code *code, bool religious) {
    const char *sector = TRANSLATE(internationals, code->country);
    if (!code->sector[0][0] && sector && sector[0]) {
        add_sector(code, sector);
    } else if (!code->sector[0][0] && religious) {
        add_sector(code, "REL");
    }
}

bool petrarch_read_code(const struct petrarch_file *file, struct base_slice text, struct petrarch_code *code) {
    *code = (struct petrarch_code){.is_nobody = base_slice_is(text, "---")};
    bool front = text.size && text.data[0] == '~', end = !front && base_slice_ends(text, BASE_SLICE("~"));
    text = base_slice_part(text, front, text.size - end);
    bool religious = false;
    for (size_t at = 0; at + 3 <= text.size && !code->is_nobody; at += 3) {
        struct base_slice part = base_slice_part(text, at, at + 3);
        char group[4];
        if (at > 0 && part.data[0] >= '0' && part.data[0] <= '9') {
            continue; /* denominations have numbers */
        }
        if (!lexicon_read_code(part, group)) {
            return false;
        }
        bool agent = front || end;
        religious |= is_among(religions, group) && (at > 0 || agent || petrarch_country(file, group) == LEXICON_NOTHING);
        read_group(file, group, agent ? at + 3 : at, text.size, code);
        if (agent && petrarch_is_international(group)) {
            memcpy(code->country, group, 4);
        }
    }
    code->is_state = !code->sector[0][0] && petrarch_country(file, code->country) != LEXICON_NOTHING;
    add_weak_sector(code, religious);
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

/* What ends on a day begins on the first of all, so that it comes before what always holds. */
enum { FIRST_DAY = DOCUMENT_DAY_OPEN + 1 };

bool petrarch_read_dates(struct base_slice text, struct lexicon_role *role) {
    role->start = role->end = DOCUMENT_DAY_OPEN;
    if (!text.size) {
        return true;
    }
    struct base_slice rest = base_slice_part(text, 1, text.size);
    if (text.data[0] == '>') {
        return read_date(rest, &role->start);
    }
    if (text.data[0] == '<') {
        role->start = FIRST_DAY;
        return read_date(rest, &role->end);
    }
    struct base_slice start = base_slice_cut(&text, '-');
    return read_date(start, &role->start) && read_date(text, &role->end) && role->start <= role->end;
}
