/**
 * Towns of proof houses, by state (ISO 3166-1 alpha-2), as clerks write them beside a proof mark; for hints and proposals
 * alone. A house proves what is brought to it, imported arms too: its state is where a firearm was made only where its make
 * has a plant there.
 */
export const PROOF_TOWNS: Readonly<Record<string, string>> = {
  AT: 'ferlach|wien|vienna|vienne',
  BE: 'liege|luttich|luik',
  CL: 'santiago de chile',
  CZ: 'praha|prague|prag',
  DE: 'suhl|ulm|kiel|koln|cologne|mellrichstadt|munchen|munich|hannover|hanover',
  ES: 'eibar',
  FI: 'riihimaki',
  FR: 'saint etienne|st etienne|paris',
  GB: 'birmingham|london|londres',
  HU: 'budapest',
  IT: 'gardone|gardone val trompia|gardone v t|brescia',
  RU: 'izhevsk|klimovsk',
  SK: 'lieskovec',
}
