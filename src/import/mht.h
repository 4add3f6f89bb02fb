/* Pages that browsers save with their pictures in one file (MHT, MHTML: RFC 2557): a MIME message
 * whose parts are the page, its pictures and its frames. */
#ifndef GOUJI_IMPORT_MHT_H
#define GOUJI_IMPORT_MHT_H

#include "base/str.h"

/* Do the bytes begin as such a message does? */
bool mht_is(struct str bytes);
/* Adds the first part that is a page, decoded, to `page`. false: there is none. */
bool mht_page(struct str bytes, struct buf *page);

#endif
