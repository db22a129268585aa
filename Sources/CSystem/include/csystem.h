#ifndef NEWSTAPE_CSYSTEM_H
#define NEWSTAPE_CSYSTEM_H
/// The version of zlib in use.
const char *cs_zlib_version(void);
#endif
