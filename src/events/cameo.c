#include "events/cameo.h"

/* Codes of the same length from first to last. Types and modes are those of the Open Event Data Alliance's conversion
 * table of 2021, but for modes that PLOVER has now: CAMEO 116 is a conviction, 195 is from the air, 1721 censorship. */
struct range {
    const char *first, *last;
    uint8_t type;
    const char *mode;
};

static const struct range ranges[] = {
    {"010", "019", EVENTS_TYPES, NULL}, /* statements are claims */
    {"020", "020", EVENTS_REQUEST, NULL}, {"021", "023", EVENTS_REQUEST, "assist"},
    {"0211", "0214", EVENTS_REQUEST, "assist"}, {"0231", "0234", EVENTS_REQUEST, "assist"},
    {"024", "024", EVENTS_REQUEST, "change"}, {"0241", "0244", EVENTS_REQUEST, "change"},
    {"025", "025", EVENTS_REQUEST, "yield"}, {"0251", "0256", EVENTS_REQUEST, "yield"},
    {"026", "028", EVENTS_REQUEST, "meet"},
    {"030", "039", EVENTS_AGREE, NULL}, {"0311", "0314", EVENTS_AGREE, NULL}, {"0331", "0334", EVENTS_AGREE, NULL},
    {"0341", "0344", EVENTS_AGREE, NULL}, {"0351", "0356", EVENTS_AGREE, NULL},
    {"040", "040", EVENTS_CONSULT, NULL}, {"041", "041", EVENTS_CONSULT, "phone"},
    {"042", "043", EVENTS_CONSULT, "visit"}, {"044", "044", EVENTS_CONSULT, "third-party"},
    {"045", "046", EVENTS_CONSULT, NULL},
    {"050", "057", EVENTS_SUPPORT, NULL},
    {"060", "064", EVENTS_COOPERATE, NULL},
    {"070", "075", EVENTS_AID, NULL},
    {"080", "083", EVENTS_CONCEDE, NULL}, {"0811", "0812", EVENTS_CONCEDE, NULL},
    {"0813", "0814", EVENTS_RETREAT, NULL}, {"0831", "0834", EVENTS_CONCEDE, NULL},
    {"084", "084", EVENTS_RETREAT, "release"}, {"0841", "0842", EVENTS_RETREAT, "release"},
    {"085", "085", EVENTS_RETREAT, NULL}, {"086", "086", EVENTS_RETREAT, "access"},
    {"0861", "0863", EVENTS_RETREAT, "access"}, {"087", "087", EVENTS_RETREAT, NULL},
    {"0871", "0871", EVENTS_RETREAT, "ceasefire"}, {"0872", "0872", EVENTS_RETREAT, "withdraw"},
    {"0873", "0873", EVENTS_RETREAT, "disarm"}, {"0874", "0874", EVENTS_RETREAT, "withdraw"},
    {"090", "094", EVENTS_ACCUSE, "investigate"},
    {"100", "100", EVENTS_REQUEST, NULL}, {"101", "103", EVENTS_REQUEST, "assist"},
    {"1011", "1014", EVENTS_REQUEST, "assist"}, {"1031", "1034", EVENTS_REQUEST, "assist"},
    {"104", "104", EVENTS_REQUEST, "change"}, {"1041", "1044", EVENTS_REQUEST, "change"},
    {"105", "105", EVENTS_REQUEST, "yield"}, {"1051", "1056", EVENTS_REQUEST, "yield"},
    {"106", "108", EVENTS_REQUEST, "meet"},
    {"110", "111", EVENTS_ACCUSE, "disapprove"}, {"112", "112", EVENTS_ACCUSE, "allege"},
    {"1121", "1125", EVENTS_ACCUSE, "allege"}, {"113", "113", EVENTS_ACCUSE, "disapprove"},
    {"114", "115", EVENTS_ACCUSE, "allege"}, {"116", "116", EVENTS_SANCTION, "convict"},
    {"120", "120", EVENTS_REJECT, NULL}, {"121", "122", EVENTS_REJECT, "assist"},
    {"1211", "1214", EVENTS_REJECT, "assist"}, {"1221", "1224", EVENTS_REJECT, "assist"},
    {"123", "123", EVENTS_REJECT, "change"}, {"1231", "1234", EVENTS_REJECT, "change"},
    {"124", "124", EVENTS_REJECT, "yield"}, {"1241", "1246", EVENTS_REJECT, "yield"},
    {"125", "127", EVENTS_REJECT, "meet"}, {"128", "129", EVENTS_REJECT, NULL},
    {"130", "130", EVENTS_THREATEN, NULL}, {"131", "131", EVENTS_THREATEN, "relations"},
    {"1311", "1311", EVENTS_THREATEN, "relations"}, {"1312", "1312", EVENTS_THREATEN, "restrict"},
    {"1313", "1313", EVENTS_THREATEN, "relations"}, {"132", "132", EVENTS_THREATEN, "restrict"},
    {"1321", "1324", EVENTS_THREATEN, "restrict"}, {"133", "133", EVENTS_THREATEN, NULL},
    {"134", "135", EVENTS_THREATEN, "relations"}, {"136", "136", EVENTS_THREATEN, "expel"},
    {"137", "138", EVENTS_THREATEN, "violence"}, {"1381", "1381", EVENTS_THREATEN, "restrict"},
    {"1382", "1382", EVENTS_THREATEN, "territory"}, {"1383", "1385", EVENTS_THREATEN, "violence"},
    {"139", "139", EVENTS_THREATEN, NULL},
    {"140", "140", EVENTS_PROTEST, NULL}, {"141", "141", EVENTS_PROTEST, "demo"},
    {"1411", "1414", EVENTS_PROTEST, "demo"}, {"142", "142", EVENTS_PROTEST, "hunger"},
    {"1421", "1424", EVENTS_PROTEST, "hunger"}, {"143", "143", EVENTS_PROTEST, "strike"},
    {"1431", "1434", EVENTS_PROTEST, "strike"}, {"144", "144", EVENTS_PROTEST, "obstruct"},
    {"1441", "1444", EVENTS_PROTEST, "obstruct"}, {"145", "145", EVENTS_PROTEST, "riot"},
    {"1451", "1454", EVENTS_PROTEST, "riot"},
    {"150", "150", EVENTS_MOBILIZE, NULL}, {"151", "151", EVENTS_MOBILIZE, "police"},
    {"152", "152", EVENTS_MOBILIZE, "troops"}, {"153", "153", EVENTS_MOBILIZE, "police"},
    {"154", "154", EVENTS_MOBILIZE, "troops"}, {"155", "155", EVENTS_MOBILIZE, NULL},
    {"160", "160", EVENTS_SANCTION, NULL}, {"161", "161", EVENTS_SANCTION, "withdraw"},
    {"162", "162", EVENTS_SANCTION, "discontinue"}, {"1621", "1623", EVENTS_SANCTION, "discontinue"},
    {"163", "163", EVENTS_COERCE, "restrict"}, {"164", "165", EVENTS_SANCTION, "withdraw"},
    {"166", "166", EVENTS_SANCTION, "expel"}, {"1661", "1663", EVENTS_SANCTION, "expel"},
    {"170", "170", EVENTS_COERCE, NULL}, {"171", "171", EVENTS_COERCE, "seize"},
    {"1711", "1711", EVENTS_COERCE, "seize"}, {"1712", "1712", EVENTS_ASSAULT, "destroy"},
    {"172", "172", EVENTS_COERCE, "restrict"}, {"1721", "1721", EVENTS_COERCE, "censor"},
    {"1722", "1722", EVENTS_COERCE, "restrict"}, {"1723", "1723", EVENTS_COERCE, "curfew"},
    {"1724", "1724", EVENTS_COERCE, "martial-law"}, {"173", "173", EVENTS_COERCE, "arrest"},
    {"174", "174", EVENTS_COERCE, "deport"}, {"175", "175", EVENTS_ASSAULT, "crowd-control"},
    {"176", "176", EVENTS_COERCE, "cyber"},
    {"180", "180", EVENTS_ASSAULT, NULL}, {"181", "181", EVENTS_ASSAULT, "abduct"},
    {"182", "182", EVENTS_ASSAULT, "beat"}, {"1821", "1821", EVENTS_ASSAULT, "sexual"},
    {"1822", "1822", EVENTS_ASSAULT, "torture"}, {"1823", "1823", EVENTS_ASSAULT, NULL},
    {"183", "183", EVENTS_ASSAULT, "explosives"}, {"1831", "1831", EVENTS_ASSAULT, "suicide-attack"},
    {"1832", "1834", EVENTS_ASSAULT, "explosives"}, {"184", "184", EVENTS_ASSAULT, "abduct"},
    {"185", "186", EVENTS_ASSAULT, "targeted"},
    {"190", "190", EVENTS_ASSAULT, NULL}, {"191", "191", EVENTS_COERCE, "restrict"},
    {"192", "192", EVENTS_COERCE, "seize"}, {"193", "193", EVENTS_ASSAULT, "firearms"},
    {"194", "194", EVENTS_ASSAULT, "heavy-weapons"}, {"195", "195", EVENTS_ASSAULT, "aerial"},
    {"1951", "1951", EVENTS_ASSAULT, "aerial"}, {"1952", "1952", EVENTS_ASSAULT, "drone"},
    {"196", "196", EVENTS_ASSAULT, NULL},
    {"200", "203", EVENTS_ASSAULT, NULL}, {"204", "204", EVENTS_ASSAULT, "unconventional"},
    {"2041", "2042", EVENTS_ASSAULT, "unconventional"},
};

static bool is_within(const struct range *range, struct base_slice code) {
    return code.size == strlen(range->first) && memcmp(code.data, range->first, code.size) >= 0 &&
           memcmp(code.data, range->last, code.size) <= 0;
}

bool events_cameo(struct base_slice code, uint8_t *type, uint8_t *mode) {
    char root[] = {'0', '0', '0'};
    if (code.size == 2) { /* "19" is said as "190" */
        memcpy(root, code.data, 2);
        code = (struct base_slice){root, sizeof root};
    }
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        if (is_within(&ranges[i], code)) {
            *type = ranges[i].type;
            *mode = 0;
            return !ranges[i].mode || events_mode_of(*type, base_slice_of(ranges[i].mode), mode);
        }
    }
    return false;
}
