import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { codePointsOf } from './character-map.ts'

const { resolve } = createRequire(import.meta.url)

/**
 * IBM Plex: the house's typefaces, Latin, Cyrillic, Greek and Arabic. Behind them others for names in scripts that it does not
 * have: Noto Sans, Nanum Gothic, BIZ UDPGothic and ZCOOL XiaoWei. All under the SIL Open Font License; no font of the machine
 * is used.
 */
const FILES = [
  '@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf',
  '@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf',
  '@expo-google-fonts/ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf',
  '@expo-google-fonts/ibm-plex-sans-arabic/600SemiBold/IBMPlexSansArabic_600SemiBold.ttf',
  '@expo-google-fonts/ibm-plex-mono/400Regular/IBMPlexMono_400Regular.ttf',
  '@expo-google-fonts/ibm-plex-mono/600SemiBold/IBMPlexMono_600SemiBold.ttf',
  '@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
  '@expo-google-fonts/noto-sans-armenian/400Regular/NotoSansArmenian_400Regular.ttf',
  '@expo-google-fonts/noto-sans-georgian/400Regular/NotoSansGeorgian_400Regular.ttf',
  '@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf',
  '@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf',
  '@expo-google-fonts/nanum-gothic/400Regular/NanumGothic_400Regular.ttf',
  '@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf',
  '@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf',
]

export const readTypefaces = (): Buffer[] => FILES.map((file) => readFileSync(resolve(file)))

let covered: ReadonlySet<number> | null = null

/** Whether one of the typefaces has a character. */
export function typefacesCover(codePoint: number): boolean {
  covered ??= new Set(readTypefaces().flatMap((font) => [...codePointsOf(font)]))
  return covered.has(codePoint)
}
