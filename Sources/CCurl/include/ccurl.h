// libcurl behind plain types: its options are set through variadic functions and macros, neither of which Swift can see.

#ifndef NEWSTAPE_CCURL_H
#define NEWSTAPE_CCURL_H

// Sets libcurl up for the whole process, once; 0 where that went well. Any thread may call it.
int cu_setup(void);

#endif
