#include "explain/work.h"

#include "events/check.h"

static struct explain_lists new_lists(const struct document *document, size_t members) {
    size_t sentences = document->sentences.count;
    struct explain_lists lists = {base_arena_array(document->arena, sentences + 1, sizeof *lists.first),
                                  base_arena_array(document->arena, members + 1, sizeof *lists.next)};
    memset(lists.first, 0xFF, sentences * sizeof *lists.first); /* DOCUMENT_NONE */
    return lists;
}

/* Members are put in front: the last one first. */
static void add(struct explain_lists *lists, uint32_t sentence, uint32_t member) {
    lists->next[member] = lists->first[sentence];
    lists->first[sentence] = member;
}

/* The sentence that holds the byte, or DOCUMENT_NONE. */
static uint32_t sentence_at(const struct document *document, size_t at) {
    size_t low = 0, high = document->sentences.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (document->sentences.items[middle].span.end <= at) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    bool holds = low < document->sentences.count && document->sentences.items[low].span.start <= at;
    return holds ? (uint32_t)low : DOCUMENT_NONE;
}

/* A claim belongs to the sentence of its cue; without a cue, to that of the start of its content. */
static void list_claims(struct explain_work *work) {
    const struct document *document = work->document;
    work->claims_of = new_lists(document, document->claims.count);
    for (uint32_t i = (uint32_t)document->claims.count; i-- > 0;) {
        const struct document_claim *claim = &document->claims.items[i];
        bool cue = claim->cue.start < claim->cue.end;
        uint32_t sentence = cue || claim->content_count
                                ? sentence_at(document, cue ? claim->cue.start : claim->content[0].start)
                                : DOCUMENT_NONE;
        if (sentence != DOCUMENT_NONE) {
            add(&work->claims_of, sentence, i);
        }
    }
}

static void list_tellings(struct explain_work *work) {
    const struct document *document = work->document;
    size_t count = 0;
    for (size_t i = 0; i < document->events.count; i++) {
        count += document->events.items[i].telling_count;
    }
    work->tellings_of = new_lists(document, count);
    work->tellings = base_arena_array(document->arena, count + 1, sizeof *work->tellings);
    uint32_t next = 0;
    for (uint32_t i = 0; i < document->events.count; i++) {
        for (uint32_t k = 0; k < document->events.items[i].telling_count; k++, next++) {
            work->tellings[next] = (struct explain_telling){i, k};
            add(&work->tellings_of, document->events.items[i].tellings[k].sentence, next);
        }
    }
}

static void explain_sentence(const struct explain_work *work, uint32_t sentence) {
    const struct document_sentence *s = &work->document->sentences.items[sentence];
    base_buffer_format(work->out, "\n%u ", sentence);
    explain_span(work->out, s->span);
    base_buffer_string(work->out, "  ");
    explain_text(work->out, document_slice(work->document, s->span));
    base_buffer_char(work->out, '\n');
    explain_layers(work, sentence);
    explain_rules(work, sentence);
}

bool explain_document(const struct document *document, const struct events *events, const struct claims *claims,
                      size_t at, struct base_buffer *out) {
    struct explain_work work = {document, events_rules_of(events), claims, out, {0}, {0}, {0}, NULL, NULL};
    uint32_t only = at == SAYSO_NOWHERE ? DOCUMENT_NONE : sentence_at(document, at);
    if (at != SAYSO_NOWHERE && only == DOCUMENT_NONE && document->sentences.count) {
        return false;
    }
    base_buffer_string(out, "== ");
    explain_text(out, document->path.size ? document->path : document->id);
    base_buffer_char(out, '\n');
    if (document->sentences.count == 0) {
        base_buffer_format(out, "\nno sentence that can be coded%s%s\n\n", document->language[0] ? ", language " : "",
                           document->language);
        return true;
    }
    record_begin(&work.record, document);
    list_claims(&work);
    list_tellings(&work);
    work.taken = base_arena_array(document->arena, document->tokens.count + 1, sizeof *work.taken);
    uint32_t first = only == DOCUMENT_NONE ? 0 : only;
    uint32_t end = only == DOCUMENT_NONE ? (uint32_t)document->sentences.count : only + 1;
    for (uint32_t i = first; i < end; i++) {
        explain_sentence(&work, i);
    }
    base_buffer_char(out, '\n');
    return true;
}
