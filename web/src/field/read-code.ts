interface Detected {
  readonly rawValue: string
}
interface Detector {
  readonly detect: (picture: ImageBitmap) => Promise<readonly Detected[]>
}
type DetectorMaker = new (options: { readonly formats: readonly string[] }) => Detector

const FORMATS = ['qr_code', 'code_128', 'code_39', 'data_matrix'] as const

const makerOf = () => (globalThis as { readonly BarcodeDetector?: DetectorMaker }).BarcodeDetector

/** Does this browser read codes in pictures? */
export const readsCodes = (): boolean => makerOf() !== undefined

/** What the first code in a photograph says; null where none is found, or where the browser reads none. */
export async function codeIn(photograph: Blob): Promise<string | null> {
  const Maker = makerOf()
  if (!Maker) return null
  try {
    const [first] = await new Maker({ formats: FORMATS }).detect(await createImageBitmap(photograph))
    return first?.rawValue ?? null
  } catch {
    return null
  }
}
