/** Keywords of which `@tieout/http` says by itself what they want. */
const TOLD = new Set(
  "type format const enum minimum maximum exclusiveMinimum exclusiveMaximum minLength minItems minProperties maxLength maxItems maxProperties pattern multipleOf required discriminator".split(
    " ",
  ),
);

const TEXT = String.raw`"(?:[^"\\]|\\.)*"`;
const SCHEMA_PATH = new RegExp(`,schemaPath:${TEXT}`);
const KEYWORD = /,keyword:"(\w+)"/;
const FAULT =
  /^const (err\d+) = (\{.*\});\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}$/gm;

const shortened = (fault: string): string => {
  const short = fault.replace(SCHEMA_PATH, "");
  const message = TOLD.has(KEYWORD.exec(short)?.[1] ?? "") ? short.indexOf(',message:"must ') : -1;
  return message < 0 ? short : `${short.slice(0, message)}}`;
};

/**
 * Compiled code without what nobody reads of its faults, where in the schema the keyword stands and a message that is told in
 * other words, and with one function for what is written anew for each: a tenth of a bundle.
 */
export const shorten = (code: string): string => {
  const short = code.replaceAll(
    FAULT,
    (_, __, fault: string) => `vErrors = add(vErrors, ${shortened(fault)});`,
  );
  if (short === code) return code;
  return `${short}
function add(faults, fault) {
if(faults === null) return [fault];
faults.push(fault);
return faults;
}
`;
};
