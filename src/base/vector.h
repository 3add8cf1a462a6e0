/* Growing arrays in an arena. Old storage stays behind in the arena when an array grows, so growth doubles.
 *
 *     BASE_VECTOR(struct document_name) names = {0};
 *     BASE_PUSH(arena, &names, ((struct document_name){...}));
 *     for (size_t i = 0; i < names.count; i++) use(&names.items[i]);
 */
#ifndef BASE_VECTOR_H
#define BASE_VECTOR_H

#include "base/arena.h"

#define BASE_VECTOR(type)                                                                                              \
    struct {                                                                                                           \
        type *items;                                                                                                   \
        size_t count, capacity;                                                                                        \
    }

/* Makes room for one more item at the end, zeroed, and is a pointer to it. */
#define BASE_GROW(arena, vector)                                                                                       \
    ((vector)->items = base_vector_grow((arena), (vector)->items, (vector)->count, &(vector)->capacity,                \
                                        sizeof *(vector)->items),                                                      \
     &(vector)->items[(vector)->count++])

#define BASE_PUSH(arena, vector, ...) (*BASE_GROW(arena, vector) = __VA_ARGS__)

void *base_vector_grow(struct base_arena *arena, void *items, size_t count, size_t *capacity, size_t size);

#endif
