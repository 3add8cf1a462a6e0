/* CAMEO (Schrodt 2012) in terms of PLOVER: what dictionaries coded in CAMEO mean here. */
#ifndef EVENTS_CAMEO_H
#define EVENTS_CAMEO_H

#include "events/plover.h"

/* Of a code of two to four digits its type (EVENTS_TYPES: it is no event for PLOVER) and mode; false: CAMEO has no such
 * code. */
bool events_cameo(struct base_slice code, uint8_t *type, uint8_t *mode);

#endif
