"""The words people use find what was written for them, among all results of the full demo."""

import tempfile
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from marketplace.app.seed.filling import FULL, SEED
from marketplace.app.seed.reading import texts
from marketplace.app.seed.results import Result, generate
from search.documents import listing
from search.documents.listing import PUBLIC, ListingSource
from search.engines import TantivyEngine
from search.query.listings import Request, search

BATCH = 500
NEEDS = {
    "针织布烘干电费降下来": {"env-heat-pump-drying"},
    "染色废水脱色后能回到车间用": {"env-dyeing-reuse"},
    "镀镍漂洗水里的镍收回来": {"env-nickel-rinse-recovery"},
    "冬天总氮超标": {"env-total-nitrogen"},
    "进水一变就能提前知道的加药办法": {"ai-wastewater-dosing"},
    "印染污泥压得更干": {"env-sludge-dewatering"},
    "喷漆废气不想再三天两头换活性炭": {"env-voc-rotor", "syn-odor-biofilter-consortium"},
    "压铸壳体加工完才发现有气孔": {"eqp-diecast-porosity"},
    "壳体去毛刺打磨没人干": {"eqp-robot-grinding"},
    "铝粉打磨间消防整改": {"env-polish-dust"},
    "轴承异响靠耳朵听总有漏的": {"eqp-bearing-noise", "ai-motor-abnormal-sound"},
    "挖机油缸半年就渗油": {"eqp-hydraulic-leak"},
    "齿圈渗碳淬火后变椭圆": {"eqp-heat-distortion"},
    "冷却塔夜里吵得邻居投诉": {"env-fan-noise"},
    "铝线焊点偶尔脱开查不出来": {"ic-wire-bond-lift"},
    "塑封条翘得像瓦片": {"ic-mold-delamination"},
    "薄片划片崩边": {"ic-dicing-chipping"},
    "外观检查机误报太多": {"ic-aoi-false-call"},
    "串焊虚焊层压完才看见": {"nen-ribbon-solder"},
    "极片烘干提速就开裂": {"nen-electrode-drying"},
    "叶片前缘雨打坏了修得快一点": {"nen-blade-erosion"},
    "烧秸秆炉子结焦": {"nen-biomass-slagging"},
    "超充枪线又重又烫": {"nen-charger-cooling"},
    "中频炉谐波把电容柜搞爆": {"grd-harmonic-filter"},
    "电压闪一下全车间断头": {"grd-voltage-sag"},
    "环网柜里凝露跳闸": {"grd-switchgear-condensation"},
    "分段除锈灰大又慢": {"mar-block-derust"},
    "薄板上层建筑焊完起波浪": {"mar-plate-line-distortion"},
    "网箱缆绳什么时候该换": {"mar-mooring-fatigue"},
    "老冲床没网口怎么数产量": {"iot-legacy-machine-gateway"},
    "冻品到货化过又冻上说不清谁的责任": {"iot-cold-chain-trace"},
    "夜里缺氧翻塘": {"iot-aquaculture-oxygen"},
    "地下水管漏在哪里": {"iot-water-leak"},
    "换模具后调机靠老师傅": {"ai-injection-auto-tuning"},
    "五台空压机各转各的": {"ai-air-compressor-group", "env-compressor-heat"},
    "冷藏车板的胶到东北就开裂": {"mat-cold-crack-adhesive"},
    "再生料有股馊味还脆": {"mat-recycled-pp-odor"},
    "退役电池一只一只测太慢": {"h2-cell-consistency-sorting", "nen-second-life"},
    "储能柜冒烟前就要知道": {"h2-storage-early-gas-warning"},
    "打药飘到隔壁塘里": {"low-spray-drift-control"},
    "机巢降偏了就换不上电池": {"low-nest-battery-swap"},
    "银烧结压碎芯片": {"wbg-silver-sinter-low-pressure"},
    "立体库里小车老掉线": {"6g-factory-ris-blind-spot"},
    "渔船上网天线太贵": {"6g-phased-antenna-low-cost"},
    "发酵罐冲顶跑料": {"syn-fermentation-foam-strain"},
    "染菌发现得太晚": {"bio-fermentation-contamination"},
    "收粮现场测毒素": {"syn-biosensor-mycotoxin"},
    "软袋子一抓就掉": {"rob-soft-bag-grasp"},
    "一个护工抱不动老人": {"rob-mobile-arm-nurse-lift"},
    "冻干一批要两天": {"bio-lyophilization-cycle"},
}
"""Needs of the demo, written without looking at the results, and what was written for their problem."""

SPOKEN = {
    "冬天电池掉电太快怎么办": {"h2-sodium-hard-carbon"},
    "注塑件老是缩水变形怎么解决": {"ai-injection-auto-tuning"},
    "铸件里面有砂眼每次加工完才发现": {"eqp-diecast-porosity"},
    "车间粉尘太大工人不愿意干": {"env-polish-dust"},
    "养虾的塘一下雨虾就死一大片": {"syn-phage-antibiotic-free", "iot-aquaculture-oxygen"},
    "大棚里的草莓烂根怎么治": {"iot-greenhouse-blight"},
    "仓库盘点靠人数经常对不上": {"6g-passive-tag-location"},
    "电机用半年就烧了想提前知道": {"ai-motor-abnormal-sound", "eqp-bearing-noise"},
    "钢板切割边角料浪费很多": {"qt-annealing-cutting-stock"},
    "中药熬出来的有效成分太少": {"bio-herbal-extraction"},
    "芯片测试太慢交不了货": {"ic-probe-card-wear"},
    "无人机喷农药飘得到处都是": {"low-spray-drift-control"},
    "船底长海蛎子跑不快太费油": {"mar-antifouling"},
    "光伏板上全是灰发电少了": {"nen-pv-soiling"},
    "污泥太多没地方运": {"env-sludge-dewatering"},
}
"""Sentences as people say them on the telephone, and what should be on top."""


@pytest.fixture(scope="module")
def results() -> list[Result]:
    return generate(texts(), count=FULL, seed=SEED, today=date(2026, 11, 24))


@pytest.fixture(scope="module")
def engine(results: list[Result]) -> Iterator[TantivyEngine]:
    with tempfile.TemporaryDirectory(prefix="everyday-") as folder:
        engine = TantivyEngine(Path(folder))
        generation = f"{listing.TYPE}-{listing.spec().spec_hash}-1"
        engine.create(generation, listing.spec())
        documents = (listing.build(source(i, result)) for i, result in enumerate(results))
        while batch := list(islice(documents, BATCH)):
            engine.write([generation], batch)
        engine.promote(listing.TYPE, generation)
        yield engine


def source(i: int, result: Result) -> ListingSource:
    draft = result.draft
    prose = (
        draft.problem,
        draft.mechanism,
        draft.benefit,
        draft.present_solution,
        draft.evidence,
        draft.unit,
    )
    return ListingSource(
        id=str(i), version=1, audience=PUBLIC, title=draft.title, body="\n".join(filter(None, prose)), keywords=tuple(draft.keywords)
    )  # fmt: skip


def found(engine: TantivyEngine, results: list[Result], words: str) -> list[Result]:
    return [results[int(hit.id)] for hit in search(engine, Request(PUBLIC, text=words, size=5)).hits]


def test_everyday_phrases_find_their_result_among_the_first_five(
    engine: TantivyEngine, results: list[Result]
) -> None:
    missed, strayed = [], []
    asked = [(kernel.id, phrase) for kernel in texts().kernels for phrase in kernel.everyday]
    for kernel, phrase in asked:
        hits = found(engine, results, phrase)
        if not any(hit.kernel == kernel and hit.is_kernel for hit in hits):
            missed.append(phrase)
        if kernel not in {hit.kernel for hit in hits}:
            strayed.append(phrase)
    assert len(missed) <= len(asked) // 50, missed
    assert strayed == []


def test_needs_written_apart_find_what_solves_them(engine: TantivyEngine, results: list[Result]) -> None:
    needs = {need.title: need for need in texts().needs}
    missed = []
    for title, wanted in NEEDS.items():
        need = needs[title]
        if not wanted & {hit.kernel for hit in found(engine, results, f"{title}。{need.problem}")}:
            missed.append(title)
    assert len(missed) <= len(NEEDS) // 10, missed


def test_spoken_sentences_find_what_solves_them_on_top(engine: TantivyEngine, results: list[Result]) -> None:
    strayed = [
        sentence for sentence, wanted in SPOKEN.items()
        if found(engine, results, sentence)[0].kernel not in wanted
    ]  # fmt: skip
    assert strayed == ["电机用半年就烧了想提前知道", "污泥太多没地方运"]
