// Prints the given names of all the locales of npm's @faker-js/faker (MIT) whose bearers are of one gender, as
// data/en/actors/given-names.agents has them:
//     node tools/locale/given_names.mjs PATH/TO/@faker-js/faker/dist/index.js > data/en/actors/given-names.agents
const { allLocales } = await import(process.argv[2]);
const isName = /^\p{Lu}[\p{Ll}\p{M}'’-]+$/u;
const genders = new Map();

for (const { person } of Object.values(allLocales)) {
  for (const gender of ['female', 'male']) {
    for (const name of person?.first_name?.[gender] ?? []) {
      if (isName.test(name)) genders.set(name, (genders.get(name) ?? new Set()).add(gender[0]));
    }
  }
}
console.log("# Given names and the gender of who bears them, of npm's @faker-js/faker (MIT), by tools/locale/given_names.mjs.");
for (const [name, which] of [...genders].sort(([a], [b]) => (a < b ? -1 : 1))) {
  if (which.size === 1 && /^[A-Z\u00c0-\u017f]/.test(name)) console.log(`${name} = GIVEN ${[...which][0]}`);
}
