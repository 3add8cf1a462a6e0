/* What names a dossier: a file's path, or the address of a PostgreSQL database
 * (https://www.postgresql.org/docs/15/libpq-connect.html#LIBPQ-CONNSTRING). */
#ifndef DOSSIER_ADDRESS_H
#define DOSSIER_ADDRESS_H

#include <stdbool.h>

bool address_is_postgresql(const char *where);
/* As it may be shown to anybody: passwords left out. The caller frees it; NULL: no memory. */
char *address_without_password(const char *where);

#endif
