#include <stdio.h>
#include <ytnef.h>

// The tags of properties are macros over macros, which Swift does not see.

/// The long name of an attachment; NULL where it has none. Borrowed.
static inline variableLength *thidua_long_name(MAPIProps *properties) {
  variableLength *name = MAPIFindProperty(properties, PROP_TAG(PT_STRING8, PR_ATTACH_LONG_FILENAME));
  if (name == MAPI_UNDEFINED) name = MAPIFindProperty(properties, PROP_TAG(PT_UNICODE, PR_ATTACH_LONG_FILENAME));
  return name == MAPI_UNDEFINED ? NULL : name;
}

/// The bytes of an attachment that is kept as a property; NULL where it is not. Borrowed.
static inline variableLength *thidua_attached_object(MAPIProps *properties) {
  variableLength *data = MAPIFindProperty(properties, PROP_TAG(PT_OBJECT, PR_ATTACH_DATA_OBJ));
  if (data == MAPI_UNDEFINED) data = MAPIFindProperty(properties, PROP_TAG(PT_BINARY, PR_ATTACH_DATA_OBJ));
  return data == MAPI_UNDEFINED ? NULL : data;
}
