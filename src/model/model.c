#include "model/model.h"

#include "base/utf8.h"
#include "base/vector.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

enum { VERSION = 1, HEADER = 16, ENTRY = 64, NAME = 40, MOST_CHUNKS = 4096 };
enum { LARGEST_DICTIONARY = 256 * 1024 * 1024 };

struct model {
    struct base_arena *arena;
    BASE_VECTOR(struct model_part) parts; /* built-in ones first */
};

struct mapping {
    void *data;
    size_t size;
};

static void unmap(void *what) {
    struct mapping *mapping = what;
    munmap(mapping->data, mapping->size);
}

static uint32_t read_u32(const char *at) {
    const unsigned char *p = (const unsigned char *)at;
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static uint64_t read_u64(const char *at) {
    return read_u32(at) | (uint64_t)read_u32(at + 4) << 32;
}

static enum sayso_status map_file(struct base_arena *arena, const char *path, struct base_slice *out,
                                  struct sayso_error *error) {
    struct stat info;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0 || fstat(file, &info) != 0) {
        int reason = errno;
        if (file >= 0) {
            close(file);
        }
        return base_error_set(error, SAYSO_IO, SAYSO_NOWHERE, 0, "cannot be opened: %s", strerror(reason));
    }
    *out = (struct base_slice){"", 0};
    void *data = MAP_FAILED;
    if (S_ISREG(info.st_mode) && info.st_size > 0) {
        data = mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
    }
    close(file);
    if (!S_ISREG(info.st_mode) || (info.st_size > 0 && data == MAP_FAILED)) {
        return base_error_set(error, SAYSO_IO, SAYSO_NOWHERE, 0, "cannot be read as a file");
    }
    if (info.st_size > 0) {
        struct mapping *mapping = base_arena_take(arena, sizeof *mapping);
        *mapping = (struct mapping){data, (size_t)info.st_size};
        base_arena_defer(arena, unmap, mapping);
        *out = (struct base_slice){data, (size_t)info.st_size};
    }
    return SAYSO_OK;
}

static enum sayso_status damaged(struct sayso_error *error, size_t offset, const char *reason) {
    return base_error_set(error, SAYSO_BAD_MODEL, offset, 0, "no usable model file: %s", reason);
}

static enum sayso_status read_chunk(struct model *model, struct base_slice file, size_t at, struct sayso_error *error) {
    const char *entry = file.data + at;
    uint64_t offset = read_u64(entry + NAME), size = read_u64(entry + NAME + 8);
    size_t name_size = strnlen(entry, NAME);
    if (name_size == 0 || name_size == NAME) {
        return damaged(error, at, "a chunk has no proper name");
    }
    if (offset > file.size || size > file.size - offset || offset % 64) {
        return damaged(error, at, "a chunk lies outside the file");
    }
    struct model_part part = {.name = {entry, name_size},
                              .bytes = {file.data + offset, (size_t)size},
                              .checksum = read_u64(entry + NAME + 16)};
    if (XXH3_64bits(part.bytes.data, part.bytes.size) != part.checksum) {
        return damaged(error, (size_t)offset, "a chunk does not have the checksum that it should");
    }
    BASE_PUSH(model->arena, &model->parts, part);
    return SAYSO_OK;
}

static enum sayso_status read_file(struct model *model, struct base_slice file, struct sayso_error *error) {
    if (file.size < HEADER || memcmp(file.data, "SAYSOMDL", 8) != 0) {
        return damaged(error, 0, "it does not begin with SAYSOMDL");
    }
    uint32_t version = read_u32(file.data + 8), count = read_u32(file.data + 12);
    if (version != VERSION) {
        return base_error_set(error, SAYSO_BAD_MODEL, 8, 0, "model file of version %u; this program reads version %d",
                              version, VERSION);
    }
    if (count > MOST_CHUNKS || file.size < HEADER + (size_t)count * ENTRY) {
        return damaged(error, 12, "it is cut off in its table of chunks");
    }
    enum sayso_status status = SAYSO_OK;
    for (size_t i = 0; i < count && status == SAYSO_OK; i++) {
        status = read_chunk(model, file, HEADER + i * ENTRY, error);
    }
    return status;
}

static int by_name(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static const char *const own_endings[] = {".actors", ".agents", ".cues", ".rules", ".dates", NULL};
static const char *const petrarch_endings[] = {".txt", ".actors", ".agents", ".verbs", NULL};

static bool is_dictionary(const char *name, const char *const *endings) {
    for (size_t i = 0; endings[i]; i++) {
        if (name[0] != '.' && base_slice_ends(base_slice_of(name), base_slice_of(endings[i]))) {
            return true;
        }
    }
    return false;
}

static void close_folder(void *what) {
    closedir(what);
}

static enum sayso_status check_utf8(struct base_slice text, struct sayso_error *error) {
    for (unsigned line = 1; text.size; line++) {
        if (!base_utf8_valid(base_slice_line(&text))) {
            return base_error_set(error, SAYSO_BAD_DICTIONARY, SAYSO_NOWHERE, line, "bytes that are not UTF-8");
        }
    }
    return SAYSO_OK;
}

/* The dictionaries of one folder, in byte order of their names. */
static enum sayso_status add_folder(struct model *model, const char *folder, bool petrarch, unsigned layer,
                                    struct sayso_error *error) {
    base_error_input(error, folder);
    DIR *dir = opendir(folder);
    if (!dir && petrarch && errno == ENOENT) {
        return SAYSO_OK;
    }
    if (!dir) {
        return base_error_set(error, SAYSO_IO, SAYSO_NOWHERE, 0, "cannot be opened as a folder: %s", strerror(errno));
    }
    base_arena_defer(model->arena, close_folder, dir);
    BASE_VECTOR(char *) names = {0};
    for (struct dirent *entry; (entry = readdir(dir));) {
        if (is_dictionary(entry->d_name, petrarch ? petrarch_endings : own_endings)) {
            BASE_PUSH(model->arena, &names, base_arena_string(model->arena, base_slice_of(entry->d_name)));
        }
    }
    if (names.count) {
        qsort(names.items, names.count, sizeof *names.items, by_name);
    }
    for (size_t i = 0; i < names.count; i++) {
        struct model_part part = {.name = base_arena_format(model->arena, "%s/%s", folder, names.items[i]),
                                  .layer = layer,
                                  .petrarch = petrarch};
        base_error_input(error, part.name.data);
        enum sayso_status status = map_file(model->arena, part.name.data, &part.bytes, error);
        if (status == SAYSO_OK && !petrarch) {
            status = check_utf8(part.bytes, error);
        }
        if (status != SAYSO_OK) {
            return status;
        }
        BASE_PUSH(model->arena, &model->parts, part);
    }
    return SAYSO_OK;
}

enum sayso_status model_open(struct base_arena *arena, const char *path, const char *const *folders,
                             size_t folder_count, const struct model **out, struct sayso_error *error) {
    struct model *model = base_arena_take(arena, sizeof *model);
    model->arena = arena;
    struct base_slice file;
    base_error_input(error, path);
    enum sayso_status status = map_file(arena, path, &file, error);
    if (status == SAYSO_OK) {
        status = read_file(model, file, error);
    }
    for (size_t i = 0; i < folder_count && status == SAYSO_OK; i++) {
        const char *petrarch = base_arena_format(arena, "%s/petrarch", folders[i]).data;
        unsigned layer = 2 * (unsigned)i + 1;
        status = add_folder(model, folders[i], false, layer, error);
        if (status == SAYSO_OK) {
            status = add_folder(model, petrarch, true, layer + 1, error);
        }
    }
    *out = model;
    return status;
}

size_t model_count(const struct model *model) {
    return model->parts.count;
}

const struct model_part *model_at(const struct model *model, size_t index) {
    return &model->parts.items[index];
}

const struct model_part *model_part(const struct model *model, const char *name) {
    for (size_t i = 0; i < model->parts.count; i++) {
        const struct model_part *part = &model->parts.items[i];
        if (!part->layer && base_slice_is(part->name, name)) {
            return part;
        }
    }
    return NULL;
}

const struct model_part *model_next(const struct model *model, const char *ending, size_t *index) {
    while (*index < model->parts.count) {
        const struct model_part *part = &model->parts.items[(*index)++];
        if (!part->petrarch && base_slice_ends(part->name, base_slice_of(ending))) {
            return part;
        }
    }
    return NULL;
}
