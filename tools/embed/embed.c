/* sayso-embed: writes the C file that holds the tables of data/codes (src/dossier/export/codes.h).
 *
 *     sayso-embed OUT NAME=FILE...
 *
 * Each file becomes a `const struct base_slice codes_NAME`. A build tool: it prints what is wrong and exits with 1.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void die(const char *what) {
    fprintf(stderr, "sayso-embed: %s: %s\n", what, strerror(errno));
    exit(1);
}

static void embed(FILE *out, const char *name, const char *path) {
    FILE *in = fopen(path, "rb");
    size_t size = 0;
    if (!in) {
        die(path);
    }
    fprintf(out, "\nstatic const char %s[] = {", name);
    for (int c; (c = fgetc(in)) != EOF; size++) {
        fprintf(out, "%s%d,", size % 24 ? "" : "\n", c < 128 ? c : c - 256);
    }
    fprintf(out, "\n};\nconst struct base_slice codes_%s = {%s, %zu};\n", name, name, size);
    if (ferror(in) || size == 0) {
        die(path);
    }
    fclose(in);
}

int main(int argc, char **argv) {
    FILE *out = argc > 2 ? fopen(argv[1], "w") : NULL;
    if (!out) {
        die(argc > 2 ? argv[1] : "usage: sayso-embed OUT NAME=FILE...");
    }
    fprintf(out, "/* Made by tools/embed from data/codes; do not edit. */\n#include \"dossier/export/codes.h\"\n");
    for (int i = 2; i < argc; i++) {
        char *path = strchr(argv[i], '=');
        if (!path) {
            errno = EINVAL;
            die(argv[i]);
        }
        *path++ = 0;
        embed(out, argv[i], path);
    }
    if (fclose(out) != 0) {
        die(argv[1]);
    }
    return 0;
}
