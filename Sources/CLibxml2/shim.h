// Where libxml2 was built with ICU its headers include ICU's, which contradict those that come with
// Foundation. Only the converter handle, which is not used here, is declared through them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlwriter.h>
