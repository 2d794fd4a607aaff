import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { codePointsOf } from './character-map.ts'

const { resolve } = createRequire(import.meta.url)

/** IBM Plex (SIL Open Font License): the house's typefaces, Latin, Cyrillic, Greek and Arabic. No font of the machine is used. */
const FILES = [
  '@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf',
  '@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf',
  '@expo-google-fonts/ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf',
  '@expo-google-fonts/ibm-plex-sans-arabic/600SemiBold/IBMPlexSansArabic_600SemiBold.ttf',
  '@expo-google-fonts/ibm-plex-mono/400Regular/IBMPlexMono_400Regular.ttf',
  '@expo-google-fonts/ibm-plex-mono/600SemiBold/IBMPlexMono_600SemiBold.ttf',
]

export const readTypefaces = (): Buffer[] => FILES.map((file) => readFileSync(resolve(file)))

let covered: ReadonlySet<number> | null = null

/** Whether one of the typefaces has a character. */
export function typefacesCover(codePoint: number): boolean {
  covered ??= new Set(readTypefaces().flatMap((font) => [...codePointsOf(font)]))
  return covered.has(codePoint)
}
