/** What goes wrong: each cause with its classes of Figure 2-5, the words of a record, and how often it comes. */

export interface Cause {
  readonly id: string;
  /** Japanese and English title after the system's name; {m} is the part that failed. */
  readonly title: readonly [ja: string, en: string];
  readonly symptom: string;
  readonly symptomClass: 'data_center' | 'power' | 'edi' | 'network' | 'mail' | 'application' | 'other';
  readonly product:
    | 'application'
    | 'platform'
    | 'network'
    | 'operations_document'
    | 'operator'
    | 'external_service'
    | 'facility';
  readonly process: 'development' | 'migration' | 'rollout' | 'operation';
  readonly root: string;
  readonly injection: string;
  readonly escape: string;
  readonly fix: string;
  readonly weight: number;
}

/** id | Japanese title | English title | symptom | its class | product | process | root cause | injection | escape | fix | weight */
const TABLE = `
slow-plan | {m}の応答遅延 | slow response in {m} | 画面の応答が30秒を超え、操作がやり直しになった | application | application | development | {m}のSQL実行計画が変化し全件走査になった | 件数増加を見込まない設計 | 性能試験のデータ量が本番の1割だった | 統計情報を固定し再起動 | 9
batch-late | {m}の終了遅延 | {m} finished late | 業務開始時刻までに処理が終わらなかった | application | application | operation | 月末の件数に{m}の処理能力が足りなかった | 処理量の上限を定めていなかった | 終了予測の監視がなかった | 後続処理を手動で先行実行 | 8
wrong-value | {m}の計算誤り | wrong figures from {m} | 帳票の金額が手計算と合わなかった | application | application | development | {m}の端数処理の条件分岐が逆だった | 仕様書の読み違い | 境界値の試験項目がなかった | 対象データを手作業で訂正 | 6
null-input | {m}の異常終了 | {m} ended abnormally | 処理が異常終了し結果が出なかった | application | application | development | 空欄の項目を{m}が受け付けなかった | 入力検査の漏れ | 異常系の試験が不足 | 該当データを除いて再実行 | 8
pool-exhausted | {m}の接続待ち | connections exhausted in {m} | 審査や照会が待ちになり完了しなかった | application | application | development | {m}の接続プールが戻されず枯渇した | 例外時の解放処理の漏れ | 長時間運転の試験がなかった | 接続プールを再初期化 | 3
release-config | 変更後の{m}の不具合 | {m} faulty after release | リリース翌朝から一部の機能が使えなくなった | application | application | migration | 本番だけ異なる設定値を{m}へ移し忘れた | 移行手順書の漏れ | 移行後の確認が代表機能だけだった | 旧版へ切り戻し | 7
screen-display | {m}の表示崩れ | {m} displayed wrongly | 一部の端末で項目が表示されなかった | application | application | rollout | {m}の部品がブラウザの更新に合わなかった | 対応版の確認を省いた | 検証端末が旧版だった | 利用者へ代替手順を案内 | 5
duplicate-send | {m}の二重送信 | duplicates sent by {m} | 同じデータが取引先へ二度届いた | edi | application | development | 再送時に{m}の送信済み判定が働かなかった | 再送仕様の考慮不足 | 通信断の試験を省いた | 取引先へ連絡し取り消し | 4
edi-format | {m}の電文エラー | message errors in {m} | 取引先の電文が受け付けられなかった | edi | application | rollout | 取引先の項目追加を{m}が知らなかった | 変更連絡の窓口が決まっていなかった | 受入試験の対象外だった | 項目を除いて手動取込 | 3
disk-full | {m}の書込み停止 | {m} stopped writing | ログの書込みができず処理が止まった | other | platform | operation | {m}のログ領域があふれた | 保存世代の設計誤り | 使用率のしきい値が95%だった | 古いログを退避 | 5
server-down | {m}サーバの停止 | {m} server down | サーバが応答しなくなった | data_center | platform | operation | {m}サーバのメモリ故障 | 部品の寿命 | 予兆の警報が通知対象外だった | 待機系へ切替 | 4
failover | {m}の切替失敗 | {m} failed to switch over | 待機系へ切り替わらず停止が延びた | data_center | platform | development | {m}の切替監視の時間設定が短すぎた | 標準値からの変更を記録していなかった | 切替試験で負荷をかけていなかった | 手動で切替 | 2
certificate | {m}の証明書期限切れ | expired certificate in {m} | 接続が拒否された | other | platform | operation | {m}の証明書の更新漏れ | 台帳に載っていなかった | 期限監視の対象外だった | 証明書を更新 | 3
patch | 保守後の{m}の不安定 | {m} unstable after a patch | 断続的にエラーが出た | other | platform | migration | 修正適用で{m}の版が食い違った | 前提版の確認漏れ | 検証環境の構成が異なった | 修正を取り外し | 3
line-cut | {m}の回線断 | line of {m} cut | 拠点から接続できなくなった | network | network | operation | {m}を収容する回線の断 | 工事情報の見落とし | 予備回線の自動切替が無効だった | 予備回線へ切替 | 4
switch-loop | {m}の通信輻輳 | network congestion at {m} | 通信が遅くなり端末が切断された | network | network | rollout | 増設時の配線誤りで{m}の通信が循環した | 作業手順の確認漏れ | 夜間作業後の確認が不十分 | 該当口を閉塞 | 3
dns | {m}の名前解決失敗 | name resolution failed for {m} | 名前が引けず接続できなかった | network | network | migration | {m}の登録を誤って削除した | 変更申請の対象誤り | 影響調査の範囲が狭かった | 登録を復元 | 2
runbook | {m}の手順書の誤り | wrong procedure for {m} | 手順どおりの操作で処理が進まなかった | other | operations_document | operation | {m}の手順書が旧版のままだった | 改訂の連絡漏れ | 年次点検の対象外だった | 正しい手順を口頭で指示 | 4
calendar | {m}の休日設定漏れ | {m} ran on a holiday calendar | 休日の翌日の処理が動かなかった | other | operations_document | operation | {m}の運転予定表に休日の登録が漏れた | 登録の二重確認がなかった | 前日点検の項目になかった | 手動で起動 | 2
wrong-target | {m}の操作誤り | operator mistake in {m} | 対象を取り違えて停止した | other | operator | operation | {m}で検証機と本番機を取り違えた | 画面の見分けがつかない | 一人作業だった | 停止した処理を再開 | 4
double-run | {m}の二重実行 | {m} run twice | 同じ処理を二度実行した | application | operator | operation | 引継ぎ漏れで{m}を再実行した | 引継票の様式がなかった | 実行済みの表示がなかった | 二重分を取り消し | 3
mail-stop | {m}の通知遅延 | notices from {m} delayed | 利用者への通知が届かなかった | mail | platform | operation | {m}の送信待ちが滞留した | 送信量の増加 | 滞留の監視がなかった | 送信サーバを再起動 | 3
cloud-outage | 外部基盤の障害による{m}の停止 | {m} stopped by an external platform | 外部基盤に接続できず業務が止まった | network | external_service | operation | 委託先の基盤で記憶装置の制御が停止した | 委託先の冗長構成の不備 | 委託先の切替訓練の結果を受け取っていなかった | 代替経路へ切替 | 3
partner-down | 接続先停止による{m}の中断 | {m} interrupted by a partner | 接続先から応答がなかった | other | external_service | operation | {m}の接続先の計画外停止 | 停止連絡の経路がなかった | 先方の予定を確認していなかった | 復旧後に再送 | 4
power | 電源設備の異常による{m}の停止 | {m} stopped by a power fault | 機器が停止した | power | facility | operation | {m}の無停電電源装置の蓄電池劣化 | 交換周期の超過 | 点検が目視だけだった | 別系統から給電 | 1.5
cooling | 空調異常による{m}の縮退 | {m} degraded by cooling | 室温が上がり一部を停止した | data_center | facility | operation | {m}を置く機械室の空調停止 | 排水詰まり | 温度警報の通知先が旧部署だった | 可搬の空調機で冷却 | 1.5
`;

export const causes: readonly Cause[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const cells = line.split(' | ') as Cells;
    const [id, ja, en, symptom, symptomClass, product, process, root, injection, missed, fix, weight] = cells;
    const words = { title: [ja, en] as const, symptom, root, injection, escape: missed, fix };
    return { id, symptomClass, product, process, ...words, weight: Number(weight) };
  });

type Cells = [
  ...[id: string, ja: string, en: string, symptom: string],
  ...[symptomClass: Cause['symptomClass'], product: Cause['product'], process: Cause['process']],
  ...[root: string, injection: string, escape: string, fix: string, weight: string],
];

export const causeOf = (id: string): Cause => causes.find((cause) => cause.id === id)!;

/** Parts of a system that fail, in both languages. */
export const PARTS: readonly (readonly [string, string])[] = [
  ['夜間バッチ', 'the night batch'],
  ['照会画面', 'the enquiry screen'],
  ['更新処理', 'updating'],
  ['帳票出力', 'report output'],
  ['ファイル取込', 'file intake'],
  ['検索', 'search'],
  ['通知配信', 'notification'],
  ['日次締め', 'daily closing'],
  ['月次締め', 'monthly closing'],
  ['マスタ更新', 'master update'],
  ['ログイン', 'sign-in'],
  ['集計', 'totals'],
  ['外部接続', 'the external link'],
  ['登録受付', 'registration'],
  ['印刷', 'printing'],
  ['承認処理', 'approval'],
];
