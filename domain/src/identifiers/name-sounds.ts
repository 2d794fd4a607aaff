/**
 * What letters of other scripts sound as, in the few sounds that names are compared by: b for p, f for v, s for all that
 * hisses. After the passport spellings of ICAO Doc 9303 and ELOT 743, made coarser where scripts have no letter.
 */
const CYRILLIC =
  'а:a б:b в:f г:g ґ:g ѓ:g д:d ђ:d е:e ё:e є:e ж:s з:s ѕ:ds и:i і:i ї:i й:y ј:y к:k ќ:k л:l љ:l м:m н:n њ:n о:o п:b р:r с:s т:t ћ:s у:u ў:u ф:f х:h ц:s ч:s џ:ds ш:s щ:s ъ: ы:i ь: э:e ю:yu я:ya'
const GREEK = 'α:a β:f γ:g δ:d ε:e ζ:s η:i θ:t ι:i κ:k λ:l μ:m ν:n ξ:ks ο:o π:b ρ:r σ:s ς:s τ:t υ:u φ:f χ:h ψ:bs ω:o'
/** Long vowels are written with consonants, which count as such at the beginning of a word alone. */
const ARABIC =
  'ا:a ب:b پ:b ت:t ث:t ج:y چ:s ح:h خ:h د:d ذ:d ر:r ز:s ژ:s س:s ش:s ص:s ض:d ط:t ظ:s ع:a غ:g ف:f ڤ:f ق:k ك:k گ:g ل:l م:m ن:n ه:h و:u ي:y'

export const SOUNDS: Readonly<Record<string, string>> = Object.fromEntries(
  [CYRILLIC, GREEK, ARABIC].flatMap((script) => script.split(' ').map((pair) => pair.split(':') as [string, string])),
)

/** Words that stand in some spellings of a name and not in others. */
export const PARTICLES: ReadonlySet<string> = new Set(
  'al el ال bin ibn ben bint بن ابن بنت von van der de da do dos das del la le di'.split(' '),
)
