/* What the text says a place lies in. */
#include "places/search.h"

static void add_container(struct places_search *search, uint32_t mention, uint32_t container) {
    uint32_t inner = search->mentions.items[mention].group, outer = search->mentions.items[container].group;
    struct places_group *group = &search->groups.items[inner];
    for (uint32_t i = 0; i < group->container_count; i++) {
        if (group->containers[i] == outer) {
            return;
        }
    }
    if (inner != outer && group->container_count < PLACES_MOST_CONTAINERS) {
        group->containers[group->container_count++] = outer;
    }
}

/* "Sfax in eastern Tunisia", "Tunisia's Sfax", "the Tunisian town": modifiers of the name, or of its noun. */
static void find_containers_below(struct places_search *search, uint32_t mention, uint32_t token) {
    const struct document *document = search->document;
    for (DOCUMENT_CHILDREN(document, child, token)) {
        enum document_relation relation = document_token(document, child)->relation;
        if (search->at[child] == DOCUMENT_NONE || search->at[child] == mention) {
            continue;
        }
        bool inside = relation == REL_AMOD || relation == REL_NMOD_POSS || relation == REL_COMPOUND;
        for (DOCUMENT_CHILDREN(document, below, child)) {
            inside |= (relation == REL_NMOD || relation == REL_OBL) &&
                      document_token(document, below)->relation == REL_CASE &&
                      (places_word_at(search->places, document, below) & PLACES_INSIDE);
        }
        if (inside) {
            add_container(search, mention, search->at[child]);
        }
    }
}

static bool names_country(const struct places_group *group) {
    for (uint32_t i = 0; i < group->sense_count; i++) {
        if (group->senses[i].kind == PLACES_COUNTRY) {
            return true;
        }
    }
    return false;
}

/* "Hinton, Iowa", "Hinton (Iowa)" */
static void find_container_behind_comma(struct places_search *search, uint32_t mention) {
    const struct places_mention *m = &search->mentions.items[mention];
    uint32_t after = m->first + m->count;
    if (after + 1 >= search->document->tokens.count || search->at[after + 1] == DOCUMENT_NONE ||
        (!places_is_form(search, after, ",") && !places_is_form(search, after, "("))) {
        return;
    }
    uint32_t outer = search->mentions.items[search->at[after + 1]].group;
    const struct places_group *group = &search->groups.items[outer];
    bool list = names_country(group) && names_country(&search->groups.items[m->group]); /* "Canada, Mexico and ..." */
    if (group->adjective || list || !places_has_container_sense(group->senses, group->sense_count)) {
        return;
    }
    add_container(search, mention, search->at[after + 1]);
    if (outer != m->group && group->senses[0].kind == PLACES_PROVINCE && group->senses[0].listed) {
        search->groups.items[m->group].province = outer;
    }
}

/* "Sfax in eastern Tunisia": whatever the tree makes of it. */
static void find_container_behind_preposition(struct places_search *search, uint32_t mention) {
    const struct document *document = search->document;
    const struct places_mention *m = &search->mentions.items[mention];
    uint32_t at = m->first + m->count, sentence = places_token(search, m->first)->sentence;
    uint32_t end = document->sentences.items[sentence].first + document->sentences.items[sentence].count;
    if (at >= end || !(places_word_at(search->places, document, at) & PLACES_INSIDE)) {
        return;
    }
    for (at++; at < end && search->at[at] == DOCUMENT_NONE; at++) {
        enum document_upos upos = places_token(search, at)->upos;
        if (upos != UPOS_DET && upos != UPOS_ADJ && upos != UPOS_ADV) {
            return;
        }
    }
    if (at < end) {
        add_container(search, mention, search->at[at]);
    }
}

void places_find_containers(struct places_search *search, uint32_t mention) {
    const struct document *document = search->document;
    const struct places_mention *m = &search->mentions.items[mention];
    uint32_t head = places_head_of_run(document, m->first, m->count);
    const struct document_token *token = document_token(document, head);
    find_container_behind_comma(search, mention);
    find_container_behind_preposition(search, mention);
    find_containers_below(search, mention, head);
    if (token->head != DOCUMENT_NONE && (places_word_at(search->places, document, token->head) & PLACES_KIND_NOUN)) {
        find_containers_below(search, mention, token->head);
    }
    uint32_t noun = document_child(document, head, REL_APPOS);
    if (noun != DOCUMENT_NONE && (places_word_at(search->places, document, noun) & PLACES_KIND_NOUN)) {
        find_containers_below(search, mention, noun);
    }
}
