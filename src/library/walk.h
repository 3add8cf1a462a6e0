/* The files that paths stand for: a folder's in byte order of their names, hidden ones left out, without end of depth. */
#ifndef LIBRARY_WALK_H
#define LIBRARY_WALK_H

#include "base/error.h"

struct library_walk;

/* NULL: no memory. */
struct library_walk *library_walk_new(const char *const *paths, size_t path_count);
void library_walk_free(struct library_walk *walk);
/* The next file; *path is NULL at the end. After an error about one path (whose name is in error->input) the walk goes on
 * with the next call. The path belongs to the walk and lives until that. */
enum sayso_status library_walk_next(struct library_walk *walk, const char **path, struct sayso_error *error);
/* Bytes in all the files; 0 where that is not known, as of standard input. */
uint64_t library_walk_size(const char *const *paths, size_t path_count);

#endif
