/** What docs/inputs.md says of files, by hand: the formats, and what is done with what people's exports are like. */
export const formatsDoc = `## Files

| format | read as |
| --- | --- |
| \`.csv\` \`.tsv\` \`.txt\` | UTF-8, UTF-16, CP932 or EUC-JP, parted by commas, tabs, \`;\` or \`\\|\`: both are found, and the data page says which encoding and why |
| \`.json\` \`.ndjson\` \`.jsonl\` | records, from the list that \`records\` names ([records.md](records.md)); answers of Prometheus as series |
| \`.parquet\` | by DuckDB ([records.md](records.md#parquet)) |
| \`.xlsx\` \`.xlsm\` | the sheet with the columns asked for, or the one that \`sheet\` names |

Texts may be gzipped (\`.csv.gz\`). Known products' columns, codes and dates are presets ([presets.md](presets.md)); how values read stands in [values.md](values.md). [日本語](#ファイル)

- **Titles above the header** are skipped, with a warning, where a later line of the first fifty holds more of the columns asked for; \`header_line\` says it outright. A line break or double space in a column's name doesn't count, unless the mapping has it so.
- **Merged cells** give texts and dates to each of their rows, numbers to the first alone, with a warning. **Formulas** count by their saved value; without one the row is a reject.
- **Total rows** (合計, 平均, Total …) and, in workbooks, **footnotes** (a row with one text only, which begins with ※, 注 or Note:) are rejects with a reason of their own, and no loss to \`max_reject_rate\`.
- **Mojibake**, text that was read in a wrong encoding and saved again (繧ｷ繧ｹ繝・Β, ã‚·ã‚¹), is a warning with its first line and how it would read; it is loaded as it stands.
- **Row caps**: a file of exactly 1,000, 10,000 or 20,000 rows, or of its tool's own cap, is a warning: it may be cut off.
- **Capacity** is rolled up by local day while it is read (samples, mean, 95th percentile, maximum) and hour (samples, mean); samples themselves aren't kept. An hour that clocks repeat is one, with the samples of both.
- A row with more or fewer fields than the header is a reject. Values known to be wrong are mended by [corrections.md](corrections.md), never in the export.

## ファイル

| 形式 | 読み方 |
| --- | --- |
| \`.csv\` \`.tsv\` \`.txt\` | UTF-8、UTF-16、CP932、EUC-JP。文字コードと区切り文字は自動で見分け、文字コードとその理由をデータのページに示します |
| \`.json\` \`.ndjson\` \`.jsonl\` | 記録の一覧（場所は \`records\` で指定。[records.md](records.md)）。Prometheus の応答は系列として読みます |
| \`.parquet\` | DuckDB で読みます（[records.md](records.md#parquet)） |
| \`.xlsx\` \`.xlsm\` | 求める列のあるシート、または \`sheet\` で指定したシート |

テキストは gzip でも構いません（\`.csv.gz\`）。よく使われる製品の列・コード・日付はプリセット（[presets.md](presets.md)）に、値の読み方は [values.md](values.md) にあります。

- **見出しの上の表題**：先頭 50 行のうち、求める列名をより多く含む行があればそれを見出しとし、上の行は警告を出して読み飛ばします。\`header_line\` で行を指定できます。列名の中の改行や続いた空白は、対応付けにそう書かれていない限り無視します。
- **結合セル**：文字と日付は結合した各行の値とし、数は最初の行だけの値とします（警告）。**数式**は保存済みの計算値を使い、それがなければその行は除きます。
- **合計行**（合計、平均、Total など）と、Excel の**注記**（※、注、Note: で始まる文だけの行）：専用の理由で除き、\`max_reject_rate\` には数えません。
- **文字化け**：誤った文字コードで読んで保存し直された文字（繧ｷ繧ｹ繝・Β、ã‚·ã‚¹）は、最初の行と本来の読みを警告で示し、そのまま取り込みます。
- **件数の上限**：ちょうど 1,000・10,000・20,000 行、または製品ごとの上限と同じ行数のファイルは、途中で切れているおそれがあると警告します。
- **容量**は読みながら現地の日ごとに集計し（件数・平均・95 パーセンタイル・最大）、一つ一つの値は残しません。
- 項目の数が見出しと違う行は除きます。誤りと分かっている値はエクスポートではなく[訂正](corrections.md)で直します。

## Kinds of input / 入力の種類
`;
