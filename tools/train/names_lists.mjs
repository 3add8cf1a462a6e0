// Prints given and family names of all the locales of npm's @faker-js/faker (MIT), for tools/train/gazetteer.py:
//     node tools/train/names_lists.mjs PATH/TO/@faker-js/faker/dist/index.js > person-names.tsv
const { allLocales } = await import(process.argv[2]);
const isName = /^[A-Z\u00c0-\u017f][^\s\d{.]+$/;
const kinds = new Map();

function add(list, kind) {
  const flat = Array.isArray(list) ? list : Object.values(list ?? {}).filter(Array.isArray).flat();
  for (const entry of flat) {
    const name = typeof entry === 'object' ? entry.value : entry;
    if (isName.test(name ?? '')) kinds.set(name, (kinds.get(name) ?? new Set()).add(kind));
  }
}

for (const { person } of Object.values(allLocales)) {
  add(person?.first_name, 'given');
  add(person?.last_name, 'family');
}
for (const [name, which] of [...kinds].sort(([a], [b]) => (a < b ? -1 : 1))) {
  for (const kind of [...which].sort()) console.log(`${name}\t${kind}`);
}
