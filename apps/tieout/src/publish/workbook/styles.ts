/** What a cell looks like, by its number in the workbook's list of styles. */
export const STYLES = { text: 0, heading: 1, decimals: [2, 3, 4, 5, 6] } as const;

/** Numbers of formats of one's own begin here. */
const OWN_FORMATS = 164;

/** Amounts and counts with as many decimals as the currency has: 0, 2 and 3 are in use, and 4. */
const FORMATS = STYLES.decimals.map((_, digits) => (digits === 0 ? "#,##0" : `#,##0.${"0".repeat(digits)}`));

const numbers = FORMATS.map(
  (_, at) =>
    `<xf numFmtId="${OWN_FORMATS + at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
);

/** `xl/styles.xml`. A text is formatted as one (49), so that nobody who edits it makes a number of an id. */
export const STYLE_SHEET = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="${FORMATS.length}">${FORMATS.map((format, at) => `<numFmt numFmtId="${OWN_FORMATS + at}" formatCode="${format}"/>`).join("")}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${2 + numbers.length}"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>${numbers.join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
`;
