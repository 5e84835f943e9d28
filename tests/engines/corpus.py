"""Documents and questions for the contract, drawn from a small vocabulary by a fixed seed."""

import random

from search import analysis
from search.port import DisMax, Document, FieldKind, FieldSpec, IndexSpec, Query, Scoped, Sum, Terms

PUBLIC = ("public",)
SPEC = IndexSpec(
    type="result",
    fields=(
        FieldSpec("title_u", FieldKind.TOKENS),
        FieldSpec("title_w", FieldKind.TOKENS),
        FieldSpec("body_u", FieldKind.TOKENS),
        FieldSpec("body_w", FieldKind.TOKENS),
        FieldSpec("industry", FieldKind.KEYWORD),
        FieldSpec("city", FieldKind.KEYWORD),
        FieldSpec("price", FieldKind.INTEGER),
        FieldSpec("trl", FieldKind.INTEGER),
    ),
    analysis="test",
)
WORDS = (
    "电池 隔膜 锂离子 废水 处理 膜 分离 检测 机器 视觉 焊接 缺陷 轴承 故障 诊断 涂层 耐磨 合金 铝 镁 钢 复合 材料 "
    "催化 传感器 芯片 激光 雷达 药物 蛋白 种子 农药 残留 秸秆 发酵 酶 水泥 混凝土 保温 能源 储能 光伏 风机 叶片 "
    "轻量化 模具 注塑 3d打印 pvc cnc ph值 降噪 振动 疲劳 腐蚀 密封 阀门 水泵 电机 控制 算法 图像 识别 无人机"
).split()
INDUSTRIES = ("新材料", "新能源", "装备制造", "生物医药", "节能环保")
CITIES = ("杭州", "上海", "深圳", "武汉")


def sentence(source: random.Random, length: int) -> str:
    return "".join(source.choices(WORDS, k=length))


def document(number: int, source: random.Random, **changes: object) -> Document:
    # Some documents have no title, most bodies are long: lengths are what engines round.
    title = analysis.views(sentence(source, source.randrange(4)))
    body = analysis.views(sentence(source, source.randrange(5, 90)))
    facts: dict[str, object] = {
        "id": f"r{number:04d}",
        "version": 1,
        "audience": PUBLIC,
        "tokens": {"title_u": title.u, "title_w": title.w, "body_u": body.u, "body_w": body.w},
        "keywords": {
            "industry": tuple(sorted(source.sample(INDUSTRIES, source.randrange(3)))),
            "city": (source.choice(CITIES),),
        },
        "integers": {"trl": source.randrange(1, 10)}
        | ({"price": source.randrange(9) * 10_000} if number % 7 else {}),
    }
    return Document(**(facts | changes))  # type: ignore[arg-type]


def corpus(size: int = 300, seed: int = 7) -> list[Document]:
    source = random.Random(seed)
    return [document(number, source) for number in range(size)]


def questions(count: int = 200, seed: int = 11) -> list[Sum]:
    source = random.Random(seed)
    return [text_question(sentence(source, source.randrange(1, 8))) for _ in range(count)]


def text_question(text: str) -> Sum:
    views = analysis.query_views(text)

    def best(view: str, tokens: tuple[str, ...]) -> DisMax:
        unique = tuple(dict.fromkeys(tokens))
        return DisMax((Terms(f"title_{view}", unique), Terms(f"body_{view}", unique)))

    return Sum(((1.0, best("u", views.u)), (0.5, best("w", views.w))))


def ask(**query: object) -> Scoped:
    return Scoped(Query(**query), PUBLIC)  # type: ignore[arg-type]
