import type { Story } from './teller.ts'

/** Rounds of an army lot in two seizures: the lot says whence they come, and nothing of one thing being another. */
export const ammunitionLot: Story = (teller) => {
  const lot = 'XA-17-4403'
  const rounds = { lot, make: 'Prvi Partizan', calibre: '7.62x39mm', type: 'ammunition', country: 'RS' }
  const records = [
    teller.write('ammunitionStock', {
      ...rounds,
      date: '2017-08-15',
      place: 'Depot 2, Nim',
      quantity: '4000',
      ref: 'AM 17',
    }),
    teller.write('ammunitionSeized', {
      ...rounds,
      date: '2020-02-22',
      place: 'Vard',
      quantity: '120',
      ref: 'V 0188/20',
    }),
    teller.write('ammunitionSeized', {
      ...rounds,
      lot: 'XA 17 4403',
      date: '2021-06-12',
      place: 'Port Averne',
      quantity: '350',
      ref: 'P 0802/21',
    }),
  ]
  return { firearms: [], lots: [{ story: 'ammunition lot', lot, records }] }
}
