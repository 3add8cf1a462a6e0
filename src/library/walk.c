#include "library/walk.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct library_walk {
    char **stack; /* paths still to visit, the next one last */
    size_t count, capacity;
    char *current;
};

static bool push(struct library_walk *walk, char *path) {
    if (path && walk->count == walk->capacity) {
        size_t capacity = walk->capacity ? walk->capacity * 2 : 64;
        char **stack = realloc(walk->stack, capacity * sizeof *stack);
        if (!stack) {
            free(path);
            return false;
        }
        walk->stack = stack;
        walk->capacity = capacity;
    }
    if (path) {
        walk->stack[walk->count++] = path;
    }
    return path != NULL;
}

struct library_walk *library_walk_new(const char *const *paths, size_t path_count) {
    struct library_walk *walk = calloc(1, sizeof *walk);
    for (size_t i = path_count; walk && i-- > 0;) {
        if (!push(walk, strdup(paths[i]))) {
            library_walk_free(walk);
            return NULL;
        }
    }
    return walk;
}

void library_walk_free(struct library_walk *walk) {
    if (walk) {
        while (walk->count) {
            free(walk->stack[--walk->count]);
        }
        free(walk->stack);
        free(walk->current);
        free(walk);
    }
}

static int by_bytes_backwards(const void *a, const void *b) {
    return strcmp(*(char *const *)b, *(char *const *)a);
}

static char *join(const char *folder, const char *name) {
    size_t size = strlen(folder) + strlen(name) + 2;
    char *path = malloc(size);
    if (path) {
        bool slash = folder[0] && folder[strlen(folder) - 1] == '/';
        snprintf(path, size, "%s%s%s", folder, slash ? "" : "/", name);
    }
    return path;
}

/* Folders that are reached by a symbolic link are left out, so that there are no circles; so is what is no file. */
static bool is_wanted(const char *path) {
    struct stat link, info;
    return lstat(path, &link) != 0 || stat(path, &info) != 0 || S_ISREG(info.st_mode) || S_ISDIR(link.st_mode);
}

static enum sayso_status open_folder(struct library_walk *walk, const char *folder, struct sayso_error *error) {
    DIR *dir = opendir(folder);
    if (!dir) {
        return base_error_set(error, SAYSO_IO, SAYSO_NOWHERE, 0, "cannot be opened: %s", strerror(errno));
    }
    size_t first = walk->count;
    bool pushed = true;
    for (struct dirent *entry; pushed && (entry = readdir(dir));) {
        if (entry->d_name[0] == '.') {
            continue;
        }
        char *path = join(folder, entry->d_name);
        if (path && !is_wanted(path)) {
            free(path);
            continue;
        }
        pushed = push(walk, path);
    }
    closedir(dir);
    if (walk->count > first) {
        qsort(walk->stack + first, walk->count - first, sizeof *walk->stack, by_bytes_backwards);
    }
    return pushed ? SAYSO_OK : base_error_set(error, SAYSO_NO_MEMORY, SAYSO_NOWHERE, 0, "no memory for its names");
}

enum sayso_status library_walk_next(struct library_walk *walk, const char **path, struct sayso_error *error) {
    struct stat info;
    *path = NULL;
    while (walk->count) {
        free(walk->current);
        walk->current = walk->stack[--walk->count];
        base_error_input(error, walk->current);
        if (strcmp(walk->current, "-") != 0 && stat(walk->current, &info) == 0 && S_ISDIR(info.st_mode)) {
            enum sayso_status status = open_folder(walk, walk->current, error);
            if (status != SAYSO_OK) {
                return status;
            }
            continue;
        }
        *path = walk->current;
        return SAYSO_OK;
    }
    return SAYSO_OK;
}

uint64_t library_walk_size(const char *const *paths, size_t path_count) {
    struct library_walk *walk = library_walk_new(paths, path_count);
    uint64_t total = 0;
    bool known = walk != NULL;
    while (known) {
        struct stat info;
        const char *path;
        struct sayso_error ignored;
        if (library_walk_next(walk, &path, &ignored) != SAYSO_OK) {
            continue;
        }
        if (!path) {
            break;
        }
        known = strcmp(path, "-") != 0 && (stat(path, &info) != 0 || S_ISREG(info.st_mode));
        total += known && stat(path, &info) == 0 ? (uint64_t)info.st_size : 0;
    }
    library_walk_free(walk);
    return known ? total : 0;
}
