/** How names of each type end; what is called otherwise is taken away under a name that ends so too. */
const ENDINGS: readonly (readonly [RegExp, readonly [string, ...string[]]])[] = [
  [/^text\/plain$/, ['txt', 'text', 'log', 'md', 'csv', 'tsv', 'json']],
  [/^application\/pdf$/, ['pdf']],
  [/^image\/jpeg$/, ['jpg', 'jpeg']],
  [/^image\/png$/, ['png']],
  [/^image\/gif$/, ['gif']],
  [/^image\/webp$/, ['webp']],
  [/^image\/tiff$/, ['tif', 'tiff']],
  [/wordprocessingml/, ['docx']],
  [/spreadsheetml/, ['xlsx']],
  [/presentationml/, ['pptx']],
  [/opendocument\.text/, ['odt']],
  [/opendocument\.spreadsheet/, ['ods']],
  [/opendocument\.presentation/, ['odp']],
]

interface Saved {
  readonly id: string
  readonly name: string
  readonly mediaType: string | null
  readonly caution: string | null
}

/**
 * Under which name a document is taken away: its own, ending as its content demands. Programs are chosen by the end of a name: a text
 * called `photo.hta` would run. What bears a caution bears its identifier and an end that nothing opens.
 */
export function savedName({ id, name, mediaType, caution }: Saved): string {
  const endings =
    caution === null && mediaType !== null ? ENDINGS.find(([type]) => type.test(mediaType))?.[1] : undefined
  if (endings === undefined) return `${id}.sealed`
  return endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`)) ? name : `${name}.${endings[0]}`
}
