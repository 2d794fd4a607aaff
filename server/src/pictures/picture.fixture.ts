import sharp from 'sharp'

/** A photograph of so many pixels, with where it was taken in its metadata. */
export const photographOf = (width: number, height: number, { location = true } = {}): Promise<Buffer> => {
  const picture = sharp({ create: { width, height, channels: 3, background: { r: 90, g: 120, b: 60 } } }).jpeg()
  const of = { IFD0: { Make: 'Camera' } }
  const where = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '38/1 42/1 0/1' } }
  return picture.withExif(location ? { ...of, ...where } : of).toBuffer()
}

/** The metadata that a picture carries. */
export const metadataOf = async (picture: Buffer) => {
  const { exif, xmp, icc, iptc, format, width, height } = await sharp(picture).metadata()
  return { bears: [exif, xmp, icc, iptc].some((block) => block !== undefined), format, width, height }
}
