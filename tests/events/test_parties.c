/* Exactly who takes part, by the words of the text. */
#include "cases.h"

static struct base_slice words_of(const struct document *document, const struct document_mention *mention) {
    return document_slice(document, mention->span);
}

#define CHECK(cases) cases_check(*state, cases, sizeof(cases) / sizeof *(cases), words_of)

static void contents_are_about_whom_they_concern(void **state) {
    static const struct parties_case cases[] = {
        {"Japan agreed to lift a ban on British beef.", "AGREE", "Japan", "British"},
        {"Russia rejected the request from Poland.", "REJECT", "Russia", "Poland"},
        {"The senator refused to attack his rivals.", "REJECT", "senator", "rivals"},
        {"The mayor promised to be stricter than the governor.", "AGREE", "mayor", ""},
        {"The president withdrew his troops from Syria.", "RETREAT", "president", "Syria"},
        {"The minister defended his ambassador.", "SUPPORT", "minister", "ambassador"},
        {"The mayor dismissed the complaint as the work of Moscow.", "REJECT", "mayor", ""},
        {"The ministry violated national and European law.", "REJECT", "ministry", ""},
    };
    CHECK(cases);
}

static void clauses_are_about_whom_their_verb_agrees_with(void **state) {
    static const struct parties_case cases[] = {
        {"The groups in the county that oppose the king are small.", "REJECT", "groups in the county", "king"},
        {"The union of miners that supports the king is small.", "SUPPORT", "union", "king"},
        {"The pope spoke of senators, like Joe Miller, who condemned the king.", "ACCUSE", "senators", "king"},
        {"The pope spoke of the wife of Joe Miller, who condemned the king.", "ACCUSE", "Joe Miller", "king"},
        {"The director of the union backing Merkel sang.", "SUPPORT", "union", "Merkel"},
        {"The director of the union, backing Merkel, sang.", "SUPPORT", "director", "Merkel"},
    };
    CHECK(cases);
}

static void a_second_phrase_with_the_same_preposition_is_joined(void **state) {
    static const struct parties_case cases[] = {
        {"Norway worked with Chad to prevent cuts at schools, and with Egypt.", "COOPERATE", "Norway", "Chad; Egypt"},
        {"The senator met with Chad's king, and in Egypt.", "CONSULT", "senator; Chad's king", ""},
    };
    CHECK(cases);
}

static void what_somebody_has_of_others_they_give(void **state) {
    static const struct parties_case cases[] = {
        {"The mayor has the support of miners.", "SUPPORT", "miners", "mayor"},
        {"The rebels attacked a Danish depot in Borno.", "ASSAULT", "rebels", "Danish"},
        {"The senator opposes ground troops.", "REJECT", "senator", ""},
        {"The militia carried out an attack on French soil.", "ASSAULT", "militia", ""},
        {"Merkel lost. The union called for her resignation.", "REQUEST", "union", "her"},
        {"The mayor told the committee interns to leave.", "REQUEST", "mayor", "committee interns"},
        {"The union insisted to Merkel that the ministry must pay.", "REQUEST", "union", "Merkel"},
    };
    CHECK(cases);
}

static void what_somebody_is_or_says_is_done_to_nobody(void **state) {
    static const struct parties_case cases[] = {
        {"The senator promised to be the greatest friend of workers.", "AGREE", "senator", ""},
        {"The minister refused to say that Kosovo is a state of Europe.", "REJECT", "minister", ""},
        {"The senator dismissed attempts to topple the king.", "REJECT", "senator", ""},
        {"The governor rejected the bill, opposed by Republicans, on Friday.", "REJECT", "governor", ""},
        {"The senators criticised the Obama proposal.", "ACCUSE", "senators", "Obama"},
        {"The minister condemned the Supreme Court ruling.", "ACCUSE", "minister", "Supreme Court"},
        {"The governor rejected the bill sponsored by Republicans.", "REJECT", "governor", "Republicans"},
        {"The mayor condemned remarks made by the bishop.", "ACCUSE", "mayor", "bishop"},
        {"The ministry agreed to be advised by the army.", "AGREE", "ministry", "army"},
    };
    CHECK(cases);
}

static void who_stands_in_what_is_asked_for_is_not_asked(void **state) {
    static const struct parties_case cases[] = {
        {"The senator called for a ban on refugees.", "REQUEST", "senator", ""},
        {"The opposition called for a special prosecutor to look into the findings of the army.", "REQUEST", "opposition", ""},
        {"The committee asks you to base your choice on this report.", "REQUEST", "committee", ""},
        {"Iran demanded the release of the hostages.", "REQUEST", "Iran", ""},
        {"The senator requested a meeting with the president.", "REQUEST", "senator", "president"},
        {"The rebels asked the army to leave.", "REQUEST", "rebels", "army"},
        {"The governor's call for a ban on all refugees was criticised.", "REQUEST", "governor", ""},
        {"The mayor pushed for Canada to send more nurses.", "REQUEST", "mayor", "Canada"},
        {"The mayor called for the minister to be jailed.", "REQUEST", "mayor", ""},
    };
    CHECK(cases);
}

static void all_that_are_joined_take_part(void **state) {
    static const struct parties_case cases[] = {
        {"The minister condemned Iran as well as Iraq.", "ACCUSE", "minister", "Iran; Iraq"},
        {"The minister, along with several senators, condemned Iran.", "ACCUSE", "minister; several senators", "Iran"},
        {"Two members of the border guard and a young farmer were killed in the shelling.", "ASSAULT", "",
         "Two members of the border guard; young farmer"},
        {"Foreign ministers of Brazil, China and India condemned Iran.", "ACCUSE", "Foreign ministers; China; India",
         "Iran"},
        {"Police arrested Senators John Smith and Paul Jones.", "COERCE", "Police", "John Smith; Paul Jones"},
        {"Police met Angela Merkel and Labour Party Chairman Tom Jones.", "CONSULT",
         "Police; Angela Merkel; Labour Party Chairman Tom Jones", ""},
        {"The talks between Barack Obama and Angela Merkel, a physicist, ended.", "CONSULT", "Barack Obama; Angela Merkel",
         ""},
        {"The plan was dropped after Chile and six other countries sued the commission.", "ACCUSE",
         "Chile; six other countries", "commission"},
        {"Along with Russia, Iran condemned Japan.", "ACCUSE", "Iran; Russia", "Japan"},
        {"Together with France, Germany condemned Japan.", "ACCUSE", "Germany; France", "Japan"},
        {"With France on its side, Germany condemned Japan.", "ACCUSE", "Germany", "Japan"},
        {"Several senators, including John Smith, condemned Iran.", "ACCUSE", "Several senators", "Iran"},
        {"The prosecutors and policemen who arrested the editor were praised.", "COERCE", "prosecutors; policemen",
         "editor"},
        {"The minister praised Angela Merkel in May, and Theresa May in 2014.", "SUPPORT", "minister",
         "Angela Merkel; Theresa May"},
        {"John Smith; Paul Smith's wife, Anna Smith; and dozens of soldiers condemned Iran.", "ACCUSE",
         "John Smith; Paul Smith's wife; dozens of soldiers", "Iran"},
        {"The president, who arrested the editor, and his wife left.", "COERCE", "president", "editor"},
    };
    CHECK(cases);
}

static void nouns_and_participles_are_read_as_verbs_are(void **state) {
    static const struct parties_case cases[] = {
        {"Nurses are striking against the government.", "PROTEST", "Nurses", "government"},
        {"The bishop repeated his demand that Kenya release the prisoner.", "REQUEST", "bishop", ""},
        {"Colombo held six rounds of talks with rebels.", "CONSULT", "Colombo; rebels", ""},
        {"The Kenyan-led attack on Somalia was criticised.", "ASSAULT", "Kenyan", "Somalia"},
        {"Norway voiced its support for a two-state solution.", "SUPPORT", "Norway", ""},
    };
    CHECK(cases);
}

static void headlines_leave_out_auxiliaries_and_people(void **state) {
    static const struct parties_case cases[] = {
        {"Mayor abducted by rebels in Nigeria.", "ASSAULT", "rebels", "Mayor"},
        {"Editor shot and killed by soldiers in Oslo.", "ASSAULT", "soldiers", "Editor"},
        {"Ghana minister charged with bribery.", "ACCUSE", "", "Ghana minister"},
        {"The rebels attacked and killed two officers.", "ASSAULT", "rebels", "two officers"},
        {"Nine indicted by grand jury.", "ACCUSE", "grand jury", "Nine"},
        {"The police arrested eleven.", "COERCE", "police", "eleven"},
        {"Two militiamen shot a crowd, killing nine.", "ASSAULT", "Two militiamen", "crowd"},
        {"Four were abducted by the militia.", "ASSAULT", "militia", "Four"},
        {"LA PAZ, Bolivia -- Soldiers arrested two senators.", "COERCE", "Soldiers", "two senators"},
        {"BAMAKO - Police arrested a bishop near the border.", "COERCE", "Police", "bishop"},
    };
    CHECK(cases);
}

static void the_nearest_that_can_is_the_subject(void **state) {
    static const struct parties_case cases[] = {
        {"This is the firm the party has paid to investigate the governor.", "ACCUSE", "firm", "governor"},
        {"The party gave the senators an opportunity to condemn Iran.", "ACCUSE", "senators", "Iran"},
        {"It is rare for a minister to condemn the army, said the senator.", "ACCUSE", "minister", "army"},
        {"The soldiers were blamed for keeping lists and shooting villagers.", "ASSAULT", "soldiers", "villagers"},
        {"The prosecutor keeps a list on murders and shooting victims.", "ASSAULT", "", "victims"},
        {"The senator conceded in a phone call with the governor.", "CONSULT", "senator; governor", ""},
        {"They spoke of a plan for Ukraine to launch an attack on Belarus.", "ASSAULT", "Ukraine", "Belarus"},
        {"The first soldier to kill a rebel was praised.", "ASSAULT", "first soldier", "rebel"},
        {"She is one of the few senators in the country who have condemned Iran.", "ACCUSE", "few senators", "Iran"},
        {"The bishop emailed the senator to thank the governor.", "SUPPORT", "bishop", "governor"},
        {"The FBI widened its investigation into Hillary Clinton's finances.", "ACCUSE", "FBI", "Hillary Clinton"},
        {"The rebels were served an ultimatum by Justin Trudeau.", "THREATEN", "Justin Trudeau", "rebels"},
        {"The rebels were responsible for the killing of the ambassador.", "ASSAULT", "rebels", "ambassador"},
        {"Hezbollah-inspired attacks on Israel are rare.", "ASSAULT", "", "Israel"},
        {"Turkey-led attacks on the army are rare.", "ASSAULT", "Turkey", "army"},
    };
    CHECK(cases);
}

static void force_that_is_only_spoken_of_is_a_threat(void **state) {
    static const struct parties_case cases[] = {
        {"Denmark may expel the Libyan envoy.", "THREATEN", "Denmark", "Libyan envoy"},
        {"Ghana said that it could cut off aid to Libya.", "THREATEN", "Ghana", "Libya"},
        {"Ghana is considering expelling the Libyan envoy.", "THREATEN", "Ghana", "Libyan envoy"},
        {"Ghana is prepared to expel the Libyan envoy.", "THREATEN", "Ghana", "Libyan envoy"},
        {"The foreign minister said that the Libyan envoys will be expelled from Ghana.", "THREATEN", "foreign minister",
         "Libyan envoys"},
        {"The rebels said that Ghana may expel the Libyan envoy.", "SANCTION", "Ghana", "Libyan envoy"},
        {"Denmark may have expelled the Libyan envoy.", "SANCTION", "Denmark", "Libyan envoy"},
        {"Ghana said it never meant to kill the rebels.", "ASSAULT", "Ghana", "rebels"},
    };
    CHECK(cases);
}

static void a_place_at_home_is_no_host(void **state) {
    static const struct parties_case cases[] = {
        {"President Vladimir Putin flew to Kazan on Monday.", "CONSULT", "President Vladimir Putin", ""},
        {"President Vladimir Putin flew to Ankara on Monday.", "CONSULT", "President Vladimir Putin", "Ankara"},
    };
    CHECK(cases);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contents_are_about_whom_they_concern),
        cmocka_unit_test(clauses_are_about_whom_their_verb_agrees_with),
        cmocka_unit_test(a_second_phrase_with_the_same_preposition_is_joined),
        cmocka_unit_test(what_somebody_has_of_others_they_give),
        cmocka_unit_test(what_somebody_is_or_says_is_done_to_nobody),
        cmocka_unit_test(who_stands_in_what_is_asked_for_is_not_asked),
        cmocka_unit_test(all_that_are_joined_take_part),
        cmocka_unit_test(nouns_and_participles_are_read_as_verbs_are),
        cmocka_unit_test(headlines_leave_out_auxiliaries_and_people),
        cmocka_unit_test(the_nearest_that_can_is_the_subject),
        cmocka_unit_test(force_that_is_only_spoken_of_is_a_threat),
        cmocka_unit_test(a_place_at_home_is_no_host),
    };
    return cmocka_run_group_tests(tests, pipeline_setup, pipeline_teardown);
}
