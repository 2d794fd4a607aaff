const SURNAMES = [
  'Abelin',
  'Brandis',
  'Corvo',
  'Dessau',
  'Egerlund',
  'Faral',
  'Greve',
  'Holm',
  'Ister',
  'Jarno',
] as const
const INITIALS = [...'ACEGIKMORT']

/** An invented person, another for each number up to a hundred. */
export const inventedName = (number: number): string =>
  `${INITIALS[Math.floor(number / SURNAMES.length) % INITIALS.length]}. ${SURNAMES[number % SURNAMES.length]}`
