/** The pointer to the block of a picture's metadata that says where it was taken (Exif 2.32, 4.6.3). */
const LOCATION_BLOCK = 0x88_25
const HEAD = Buffer.from('Exif\0\0', 'latin1')
const ENTRY_BYTES = 12

/** Does a picture's metadata say where it was taken? `exif` and `xmp` as they stand in the file. */
export function bearsLocation(exif: Buffer | undefined, xmp: Buffer | undefined): boolean {
  if (xmp?.toString('latin1').includes('GPSLatitude')) return true
  if (!exif) return false
  const tiff = exif.subarray(0, HEAD.length).equals(HEAD) ? exif.subarray(HEAD.length) : exif
  if (tiff.length < 8) return false
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const two = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (first + 2 > tiff.length) return false
  for (let entry = 0, at = first + 2; entry < two(first); entry++, at += ENTRY_BYTES) {
    if (at + ENTRY_BYTES > tiff.length) return false
    if (two(at) === LOCATION_BLOCK) return true
  }
  return false
}
