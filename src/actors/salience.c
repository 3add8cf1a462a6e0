#include "actors/salience.h"

static const char *const feature_names[] = {
#define X(feature, name) [ACTORS_FEATURE_##feature] = name,
    ACTORS_FEATURES(X)
#undef X
};

static unsigned feature_of(struct base_slice name) {
    unsigned feature = 0;
    while (feature < ACTORS_FEATURE_COUNT && !base_slice_is(name, feature_names[feature])) {
        feature++;
    }
    return feature;
}

static bool read_weight(struct base_slice word, int *weight) {
    enum { LARGEST = 100000 };
    bool negative = word.size && word.data[0] == '-';
    *weight = 0;
    for (size_t i = negative; i < word.size; i++) {
        if (word.data[i] < '0' || word.data[i] > '9' || *weight > LARGEST) {
            return false;
        }
        *weight = 10 * *weight + (word.data[i] - '0');
    }
    *weight = negative ? -*weight : *weight;
    return word.size > (size_t)negative;
}

static struct base_slice next_word(struct base_slice *rest) {
    *rest = base_slice_trim(*rest);
    return base_slice_cut(rest, ' ');
}

enum sayso_status actors_salience_read(struct actors_salience *salience, struct base_slice bytes,
                                       struct sayso_error *error) {
    for (unsigned number = 1; bytes.size; number++) {
        struct base_slice line = base_slice_line(&bytes), rest = base_slice_trim(base_slice_cut(&line, '#'));
        if (!rest.size) {
            continue;
        }
        unsigned feature = feature_of(next_word(&rest));
        if (feature == ACTORS_FEATURE_COUNT) {
            return base_error_set(error, SAYSO_BAD_DICTIONARY, SAYSO_NOWHERE, number, "no such feature of an antecedent");
        }
        for (unsigned class = 0; class < ACTORS_CLASS_COUNT; class++) {
            if (!read_weight(next_word(&rest), &salience->weight[class][feature])) {
                return base_error_set(error, SAYSO_BAD_DICTIONARY, SAYSO_NOWHERE, number,
                                      "a weight is a whole number, one for each class");
            }
        }
        if (rest.size) {
            return base_error_set(error, SAYSO_BAD_DICTIONARY, SAYSO_NOWHERE, number, "more weights than classes");
        }
    }
    return SAYSO_OK;
}

static int salience_of(const int weight[ACTORS_FEATURE_COUNT], const int features[ACTORS_FEATURE_COUNT]) {
    int sum = 0;
    for (unsigned i = 0; i < ACTORS_FEATURE_COUNT; i++) {
        sum += weight[i] * features[i];
    }
    return sum;
}

size_t actors_most_salient(const struct actors_salience *salience, const struct actors_choice *choice) {
    const int *weight = salience->weight[choice->class];
    size_t best = 0;
    int most = salience_of(weight, choice->antecedents[0].features);
    for (size_t i = 1; i < choice->count; i++) {
        int one = salience_of(weight, choice->antecedents[i].features);
        if (one > most) {
            most = one;
            best = i;
        }
    }
    return best;
}
