/**
 * The code points that a TrueType font has glyphs for, out of its `cmap` table (OpenType 1.9, formats 4 and 12). What a
 * font lacks must be known before a page is set: PDF/A refuses a page with an empty box on it.
 */
export function codePointsOf(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const table = tableAt(view, 'cmap')
  const points = new Set<number>()
  for (let index = 0; index < view.getUint16(table + 2); index++) {
    const platform = view.getUint16(table + 4 + index * 8)
    if (platform !== 0 && platform !== 3) continue
    const start = table + view.getUint32(table + 8 + index * 8)
    const format = view.getUint16(start)
    if (format === 4) addSegments(view, start, points)
    if (format === 12) addGroups(view, start, points)
  }
  return points
}

function tableAt(view: DataView, name: string): number {
  for (let index = 0; index < view.getUint16(4); index++) {
    const at = 12 + index * 16
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((place) => view.getUint8(at + place)))
    if (tag === name) return view.getUint32(at + 8)
  }
  throw new Error(`The font has no table ${name}`)
}

function addSegments(view: DataView, start: number, points: Set<number>): void {
  const doubled = view.getUint16(start + 6)
  const ends = start + 14
  const starts = ends + doubled + 2
  const deltas = starts + doubled
  const offsets = deltas + doubled
  for (let place = 0; place < doubled; place += 2) {
    const offset = view.getUint16(offsets + place)
    for (let point = view.getUint16(starts + place); point <= view.getUint16(ends + place); point++) {
      if (point === 0xffff) continue
      const glyph =
        offset === 0
          ? (point + view.getUint16(deltas + place)) & 0xffff
          : view.getUint16(offsets + place + offset + 2 * (point - view.getUint16(starts + place)))
      if (glyph !== 0) points.add(point)
    }
  }
}

function addGroups(view: DataView, start: number, points: Set<number>): void {
  for (let group = 0; group < view.getUint32(start + 12); group++) {
    const at = start + 16 + group * 12
    for (let point = view.getUint32(at); point <= view.getUint32(at + 4); point++) points.add(point)
  }
}
