/** What a file field asks for: told so, a telephone hands over its photographs as JPEG, whatever it keeps them as. */
export const PICTURE_FORMS = 'image/jpeg,image/png,image/webp,image/tiff,image/avif'
