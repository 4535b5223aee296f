"""Names of technologies and the words that build them, and where they stand in a folded text."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from advisor.words import Word

_NAMES: Final = """
ai 生成ai 人工知能 機械学習 深層学習 ディープラーニング 画像認識 画像診断 音声認識 音声入力 文字起こし 自動翻訳 機械翻訳 llm rag chatgpt チャットgpt
ai-ocr aiocr ocr rpa bpr bi bpo ebpm iot ict it dx gx cx api saas paas vpn vpp bim cim lpwa lgwan 0g ローカル0g wi-fi wifi wifi フリーwi-fi
gps gis plateau mr ar vr xr 0d ar・vr nft dao web0 ブロックチェーン トークン メタバース アバター デジタルツイン 量子コンピュータ スマートコントラクト
line sns instagram インスタ インスタグラム facebook twitter youtube ユーチューブ tiktok slack teams zoom excel エクセル powerpoint パワポ
マクロ vba python スプレッドシート ローコード ノーコード kintone チャットボット ボット ボイスボット チャット
ドローン ロボット アプリ システム タブレット スマホ スマートフォン ipad 端末 センサー カメラ ビーコン サイネージ デジタルサイネージ 電光掲示板
クラウド ガバメントクラウド サーバー サーバ データベース データレイク ダッシュボード ビッグデータ オープンデータ データ連携基盤 データ連携 データ利活用 データ活用 都市os
スマートシティ スーパーシティ スマート農業 スマートロック スマートメーター スマートグラス スマートスピーカー スマートウォッチ ウェアラブル ウェアラブル端末
キャッシュレス キャッシュレス決済 スマホ決済 電子マネー qrコード qr決済 icカード icタグ rfid セルフレジ 無人レジ 券売機 発券機 自動販売機 キオスク
マイナンバーカード マイナンバー マイナカード マイナポータル 公金受取口座 公的個人認証 電子証明書 電子署名 電子契約 電子決裁 電子申請 電子投票 ネット投票 電子入札 電子納品
電子図書館 電子黒板 電子母子手帳 電子カルテ 電子公印 電子商品券 電子地域通貨 デジタル地域通貨 地域通貨 デジタル商品券 デジタル住民票 デジタルアーカイブ
デジタル化 デジタルマーケティング オンライン化 電子政府 スクレイピング resas 0k映像 0k 0度カメラ 衛星 wifi マイクロサービス ペーパーレス ペーパーレス会議 テレワーク リモートワーク web会議 オンライン会議 オンライン診療 オンライン相談 オンライン申請
オンライン予約 オンライン授業 ビデオ通話 テレビ電話 遠隔診療 遠隔医療 コンビニ交付 書かない窓口 行かない窓口 ワンストップ窓口 リモート窓口
自動運転 自動運転バス 自動配送ロボット 配送ロボット 空飛ぶクルマ maas デマンド交通 オンデマンド交通 ライドシェア シェアサイクル evバス 電気自動車 ev グリーンスローモビリティ
プロジェクションマッピング eスポーツ ゲーミフィケーション ショート動画 動画配信 ライブ配信 ライブカメラ 監視カメラ 防犯カメラ 見守りカメラ 定点カメラ 人流データ 位置情報
衛星画像 衛星データ レーザ測量 航空レーザ測量 サーモグラフィ 水位計 水位センサー 人感センサー 顔認証 生体認証 phr ehr edtech agritech fintech govtech civictech
クラウドファンディング マッチングサイト マッチングアプリ ポータルサイト ecサイト 空き家バンク decidim 光ファイバー 光ファイバ 光回線 データセンター プラットフォーム
グループウェア 文書管理システム 庶務事務システム 財務会計システム 予約システム 発券システム 呼び出しシステム 順番待ちシステム 母子手帳アプリ 防災アプリ 観光アプリ 健康アプリ 子育てアプリ
0dプリンター 0dプリンタ 0d都市モデル 0d地図 hmd vrゴーグル arグラス モビリティハブ エッジai 予測ai 対話型ai aiエージェント aiカメラ ai電話 ai議事録 ai翻訳機 aiオンデマンド交通
lineの友だち line公式アカウント セグメント配信 プッシュ通知 リッチメニュー 自動応答 自動音声応答 ivr ポケトーク 翻訳機 翻訳アプリ 翻訳端末 通訳端末 ptz 蓄電池 hems bems
スキャン ゴーグル イヤホン 自動走行 隊列走行 遠隔監視 遠隔操作 自動検針 自動計測 モーションキャプチャ 脳波計 活動量計
ベースレジストリ poc dmp crm erp cms sfa api連携 シングルサインオン 二要素認証 ゼロトラスト 暗号資産 デジタルマップ
copilot gemini claude 大規模言語モデル 生成系ai 画像生成ai 音声合成 音声ボット 対話ai aiアシスタント ai議事録作成 ai翻訳 ai要約 ai相談 aiマッチング ai需要予測
表計算 表計算ソフト word outlook sharepoint googleフォーム googleフォームズ グーグルフォーム webフォーム 入力フォーム 電子メール メール メール配信 一斉配信 fax ファックス ファクス usb usbメモリ
共有フォルダ 共有カレンダー 共有ドライブ ファイル共有 ファイル共有サービス ビジネスチャット 庁内チャット 電子掲示板 電子会議 電子押印 電子請求書 電子教科書 電子ペーパー 電子錠 電子書籍 電子看板 電子カタログ
高速回線 高速wi-fi 衛星通信 衛星電話 starlink スターリンク 無線lan 公衆無線lan 公衆wi-fi 防災行政無線 防災無線 戸別受信機 緊急速報メール ケーブルテレビ 携帯 携帯電話 ガラケー パソコン pc ノートパソコン
太陽光 太陽光発電 太陽光パネル ソーラーパネル ポータブル電源 電動バス 電動自転車 電動アシスト自転車 電動キックボード e-bike 超小型モビリティ 燃料電池 水素ステーション
健康ポイント 地域ポイント ワーケーション クーポン 電子クーポン デジタルクーポン デジタルスタンプラリー スタンプラリー機能 ポイントアプリ 呼び出しボタン 緊急通報装置 緊急通報システム
自動録音 通話録音 映像通報 自動精算機 精算機 セミセルフレジ 自動貸出機 スマートロッカー 宅配ロッカー 無人トラクター 自動操舵 ロボット草刈機 スマート林業 スマート水産 スマート漁業 スマート畜産
空撮 デジタル教材 デジタル教科書 eラーニング フルデジタル スマートごみ箱 スマート街路灯 スマートポール スマートホーム ネットショップ ネット通販 ネット予約 web予約 web広告 sns広告 ネット広告
基幹システム 基幹系システム 住民情報システム 税務システム 情報システム ビデオ会議 テレビ会議 オンライン面談 オンライン面会 オンライン講座 オンライン教室 オンライン説明会 オンライン見学会 オンラインツアー オンライン決済
雨量計 積雪計 開閉センサー 見守りセンサー 見守りロボット 介護ロボット 見守りアプリ iotセンサー 赤外線センサー 紙おむつセンサー インターネット 電子母子手帳アプリ 電子回覧板 デジタルid
chatbot app online barcode バーコード qr web
ノーコードツール ローコードツール rpaツール biツール 分析ツール ocrソフト 文字起こしソフト 議事録ソフト 会計ソフト 採点システム 監視システム 案内システム 受付システム 管理システム 配車システム 配車アプリ
"""
_SPACED: Final = (
    "smart city,smart parking,smart farming,digital signage,digital twin,digital transformation,digital first,"
    "data driven,open data,big data,super app,machine learning,artificial intelligence,chat bot,google forms,"
    "face recognition,online meeting,mobile app,cloud service,microsoft teams,power automate"
)
_STRONG_HEADS: Final = """
システム アプリ app ロボット ロボ センサー センサ カメラ サイト ツール ソフト ソフトウェア プラットフォーム 基盤 端末 タブレット ボット 装置 ドローン マシン プログラム サーバ サーバー
ダッシュボード ポータル ゴーグル グラス メーター タグ 発券機 翻訳機 券売機 受信機 シート フォーム レジ ロック スピーカー プリンター モニター デバイス メタバース アバター チャット クラウド
マクロ os ai アーカイブ マッチング システム化 シミュレーター シミュレータ データベース アルゴリズム wi-fi ネットワーク ゲート ビーコン イヤホン 自販機 キオスク サイネージ vr ar nft gps
"""
_WEAK_HEADS: Final = """
サービス 機器 機 データ 決済 申請 予約 会議 診療 相談 図書館 地図 マップ カード 通貨 商品券 翻訳 配信 メール 認証 認識 解析 分析 診断 判定 検知 予測 通知 連携 バンク バス カー モビリティ
交通 電話 通報 案内 投票 回覧板 手帳 村民証 住民票 窓口 役場 市役所 教室 授業 ツアー 空間 モデル 測量 画像 動画 映像 会場 スタジオ 化 計 網 番組 アカウント シェアリング スクール 機能 回線
"""
_MODIFIERS: Final = """
ai スマート デジタル 電子 オンライン web ネット クラウド リモート 遠隔 無人 バーチャル vr ar xr 0d iot ict スマホ line sns 生成ai 見守り マイナンバー モバイル ウェアラブル
e- ドローン gps ロボット メタバース nft 統合 共通 音声 顔 画像 動画 多言語 チャット アプリ データ 人流 衛星 ic qr 公式 キャッシュレス セルフ アバター ライブ ペーパーレス サイバー
"""
NAMES: Final = frozenset(_NAMES.split()) | frozenset(_SPACED.split(","))
STRONG_HEADS: Final = frozenset(_STRONG_HEADS.split())
WEAK_HEADS: Final = frozenset(_WEAK_HEADS.split())
MODIFIERS: Final = frozenset(_MODIFIERS.split())
_LONG_KATAKANA: Final = re.compile(r"[ァ-ヶー]{4,}")
_FOREIGN: Final = re.compile(r"[ァ-ヶーa-z]{3,}")
_KATAKANA_NAMES: Final = tuple(
    sorted(name for name in NAMES if len(name) > 4 and _LONG_KATAKANA.fullmatch(name))
)
_LONGEST: Final = max(map(len, NAMES))
_ALIKE: Final = 0.84


def _mistyped(letters: str) -> bool:
    """Whether a run of katakana (or letters) is one slip away from a known name."""
    return any(
        abs(len(name) - len(letters)) <= 1
        and SequenceMatcher(None, name, letters, autojunk=False).ratio() >= _ALIKE
        for name in _KATAKANA_NAMES
    )


def named(folded: str, words: Sequence[Word]) -> list[str]:
    """Return for each word its place in the longest known name there: b, i, or o; a mistyped name counts."""
    ends = {word.end: index for index, word in enumerate(words)}
    places = ["o"] * len(words)
    index = 0
    while index < len(words):
        last = _longest(folded, words[index].start, ends)
        if last is None and _FOREIGN.fullmatch(folded[words[index].start : words[index].end]):
            last = _slip(folded, words, index)
        if last is None:
            index += 1
            continue
        places[index : last + 1] = ["b"] + ["i"] * (last - index)
        index = last + 1
    return places


def _longest(folded: str, start: int, ends: dict[int, int]) -> int | None:
    for length in range(min(_LONGEST, len(folded) - start), 0, -1):
        if start + length in ends and folded[start : start + length] in NAMES:
            return ends[start + length]
    return None


def _slip(folded: str, words: Sequence[Word], index: int) -> int | None:
    """The last word of a mistyped katakana name that begins at `index`, or None."""
    found = _LONG_KATAKANA.match(folded, words[index].start)
    if not found or found.group() in NAMES or not _mistyped(found.group()):
        return None
    inside = [each for each in range(index, len(words)) if words[each].end <= found.end()]
    return inside[-1] if inside else None
