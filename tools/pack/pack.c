/* sayso-pack: writes the model file from the files of data/ (src/model/model.h has the format).
 *
 *     sayso-pack OUT FOLDER[:SUBFOLDER]...
 *
 * Takes every file below FOLDER/SUBFOLDER, in byte order of their paths, as a chunk of its path below FOLDER; files that are
 * model files themselves (trained weights) are taken apart into their chunks. Beside OUT it writes OUT.d, so that the
 * build knows what the model is made of. A build tool: it prints what is wrong and exits with 1.
 */
#include <errno.h>
#include <ftw.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <xxhash.h>

enum { NAME = 40, MOST = 4096, VERSION = 1, HEADER = 16, ENTRY = 64 };

struct chunk {
    char name[NAME];
    unsigned char *data;
    size_t size;
};

static struct chunk chunks[MOST];
static size_t chunk_count;
static char *paths[MOST];
static size_t path_count;
static FILE *dependencies;

static void die(const char *what, const char *why) {
    fprintf(stderr, "sayso-pack: %s: %s\n", what, why);
    exit(1);
}

static int collect(const char *path, const struct stat *info, int kind, struct FTW *where) {
    (void)info;
    const char *name = path + where->base;
    if (kind == FTW_F || kind == FTW_D) {
        fprintf(dependencies, " %s", path); /* folders, too: a new file is a change */
    }
    if (kind == FTW_F && name[0] != '.' && path_count < MOST) {
        paths[path_count++] = strdup(path);
    }
    return 0;
}

static int by_path(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static unsigned char *read_file(const char *path, size_t *size) {
    struct stat info;
    FILE *file = fopen(path, "rb");
    if (!file || fstat(fileno(file), &info) != 0) {
        die(path, strerror(errno));
    }
    *size = (size_t)info.st_size;
    unsigned char *data = malloc(*size + 1);
    if (!data || fread(data, 1, *size, file) != *size) {
        die(path, "cannot be read");
    }
    fclose(file);
    return data;
}

static uint64_t number(const unsigned char *at, size_t bytes) {
    uint64_t value = 0;
    for (size_t i = bytes; i-- > 0;) {
        value = value << 8 | at[i];
    }
    return value;
}

static void add(const char *name, unsigned char *data, size_t size) {
    if (chunk_count == MOST || strlen(name) >= NAME) {
        die(name, "too many chunks, or too long a name");
    }
    snprintf(chunks[chunk_count].name, NAME, "%s", name);
    chunks[chunk_count].data = data;
    chunks[chunk_count++].size = size;
}

static void add_container(const char *path, unsigned char *data, size_t size) {
    uint64_t count = size < HEADER ? 0 : number(data + 12, 4);
    for (uint64_t i = 0; i < count; i++) {
        const unsigned char *entry = data + HEADER + i * ENTRY;
        if (HEADER + (i + 1) * ENTRY > size) {
            die(path, "is cut off");
        }
        uint64_t offset = number(entry + NAME, 8), length = number(entry + NAME + 8, 8);
        if (offset > size || length > size - offset) {
            die(path, "has a chunk outside itself");
        }
        add((const char *)entry, data + offset, (size_t)length);
    }
}

static void put(FILE *out, uint64_t value, size_t bytes) {
    for (size_t i = 0; i < bytes; i++) {
        fputc((int)(value >> 8 * i & 255), out);
    }
}

static void pad_to(FILE *out, size_t *at, size_t wanted) {
    for (; *at < wanted; ++*at) {
        fputc(0, out);
    }
}

static void write_all(const char *path) {
    FILE *out = fopen(path, "wb");
    if (!out) {
        die(path, strerror(errno));
    }
    size_t at = HEADER + chunk_count * ENTRY, start = at;
    fwrite("SAYSOMDL", 1, 8, out);
    put(out, VERSION, 4);
    put(out, chunk_count, 4);
    for (size_t i = 0; i < chunk_count; i++) {
        at = (at + 63) / 64 * 64;
        fwrite(chunks[i].name, 1, NAME, out);
        put(out, at, 8);
        put(out, chunks[i].size, 8);
        put(out, XXH3_64bits(chunks[i].data, chunks[i].size), 8);
        at += chunks[i].size;
    }
    at = start;
    for (size_t i = 0; i < chunk_count; i++) {
        pad_to(out, &at, (at + 63) / 64 * 64);
        fwrite(chunks[i].data, 1, chunks[i].size, out);
        at += chunks[i].size;
    }
    if (ferror(out) || fclose(out) != 0) {
        die(path, "cannot be written");
    }
}

static void take_folder(const char *argument) {
    char folder[4096];
    size_t root = strcspn(argument, ":");
    snprintf(folder, sizeof folder, "%.*s%s%s", (int)root, argument, argument[root] ? "/" : "",
             argument[root] ? argument + root + 1 : "");
    path_count = 0;
    if (nftw(folder, collect, 16, FTW_PHYS) != 0) {
        die(folder, strerror(errno));
    }
    qsort(paths, path_count, sizeof *paths, by_path);
    for (size_t i = 0; i < path_count; i++) {
        size_t size;
        unsigned char *data = read_file(paths[i], &size);
        if (size >= 8 && memcmp(data, "SAYSOMDL", 8) == 0) {
            add_container(paths[i], data, size);
        } else {
            add(paths[i] + root + 1, data, size);
        }
        free(paths[i]);
    }
}

int main(int argc, char **argv) {
    char name[4096];
    if (argc < 3) {
        die("usage", "sayso-pack OUT FOLDER[:SUBFOLDER]...");
    }
    snprintf(name, sizeof name, "%s.d", argv[1]);
    dependencies = fopen(name, "w");
    if (!dependencies) {
        die(name, strerror(errno));
    }
    fprintf(dependencies, "%s:", argv[1]);
    for (int i = 2; i < argc; i++) {
        take_folder(argv[i]);
    }
    fputc('\n', dependencies);
    fclose(dependencies);
    write_all(argv[1]);
    return 0;
}
