const office = 'application/vnd.openxmlformats-officedocument';
/** What documents are called by the standard. A computer has no word for what no program on it opens, or one of that program. */
const typesByExtension = new Map<string, readonly string[]>([
  ['csv', ['text/csv']],
  ['txt', ['text/plain']],
  ['log', ['text/plain']],
  ['xml', ['application/xml', 'text/xml']],
  ['eml', ['message/rfc822']],
  ['msg', ['application/vnd.ms-outlook']],
  ['rtf', ['application/rtf', 'text/rtf']],
  ['zip', ['application/zip']],
  ['xls', ['application/vnd.ms-excel']],
  ['ppt', ['application/vnd.ms-powerpoint']],
  ['docx', [`${office}.wordprocessingml.document`]],
  ['xlsx', [`${office}.spreadsheetml.sheet`]],
  ['pptx', [`${office}.presentationml.presentation`]],
  ['odt', ['application/vnd.oasis.opendocument.text']],
  ['ods', ['application/vnd.oasis.opendocument.spreadsheet']],
]);

export const typesOf = (extension: string): readonly string[] =>
  typesByExtension.get(extension) ?? [];

/** The endings of files of a type, without their dots. */
export const extensionsOf = (type: string): string[] =>
  [...typesByExtension].flatMap(([extension, types]) => (types.includes(type) ? extension : []));
