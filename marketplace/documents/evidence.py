"""Evidence bundles: a zip whose list of files the platform signs and stamps, with a verifier that needs nothing of ours."""

import hashlib
import io
import json
import zipfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from marketplace.documents import standalone_verify

if TYPE_CHECKING:
    from marketplace.documents.signing import Signer

FORMAT = "xianyong-evidence-1"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # no clock in the container: the same files give the same bytes

INSTRUCTIONS = """证据包说明

1. 解压后运行：python3 verify.py 。只需要 Python 3.10 或更高版本，不联网，也不需要安装任何软件。
2. 校验通过时逐行列出证明了什么，退出码为 0；任何一项不成立则显示 FAIL 和原因，退出码为 1。
3. 请核对最后一行的根证书 SHA-256：应与平台公布的一致，或者与对方当事人手中的证据包一致。
   也可以直接指定：python3 verify.py --fingerprint <SHA-256>
4. contract.pdf 可以用任何支持 PAdES 的阅读器打开查看签名；certificates/ 和 stamps/ 中的文件可以用 openssl 检查。

文件：
  contract.pdf      全体当事人签署的最终文件
  revisions.json    每一版文件的长度和 SHA-256；每一版都是后一版的开头
  terms.json        条款清单的规范文本，其 SHA-256 载于签署页
  signers.json      每个签署人：单位、人员、时间、登录与第二因素、所同意的声明及其 SHA-256
  events.json       合同和申请的状态变更与审计记录
  certificates/     签署证书、时间戳证书和根证书；stamps/ 每个签名的 RFC 3161 时间戳
  scans/            以纸质方式签署的扫描件（如有）。扫描件的证明力弱于电子签名
  manifest.*        全部文件的清单、平台对清单的签名、证书和时间戳

本平台的证书由平台自建的证书颁发机构签发，并非依法设立的电子认证服务机构；签名和时间戳证明文件自签署后未被改动。

Evidence bundle

1. Unpack it and run: python3 verify.py — Python 3.10 or newer, no network, nothing to install.
2. If all holds it prints what is proved, line by line, and ends with exit code 0; otherwise FAIL, the reason, and 1.
3. Compare the SHA-256 of the root certificate in the last lines with the one the platform publishes, or with the other
   party's bundle. Or name it: python3 verify.py --fingerprint <SHA-256>
4. contract.pdf opens in any reader that knows PAdES; certificates/ and stamps/ can be examined with openssl.

The platform's certificates come from its own authority, which is not a licensed certification service; signatures and time
stamps prove that the file has not been changed since it was signed. Scans of wet-ink signatures are weaker evidence.
"""


def certificates_and_stamps(pdf: bytes) -> dict[str, bytes]:
    """Return the signers' certificates and the time-stamp tokens found in a signed PDF, by file name."""
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415 - large, and few requests need it

    found: dict[str, bytes] = {}
    for signature in PdfFileReader(io.BytesIO(pdf)).embedded_signatures:
        name = signature.field_name
        found[f"certificates/{name}.cer"] = signature.signer_cert.dump()
        for attribute in signature.signer_info["unsigned_attrs"]:
            if attribute["type"].native == "signature_time_stamp_token":
                found[f"stamps/{name}.tst"] = attribute["values"][0].dump()
    return found


def make_bundle(files: dict[str, bytes], *, about: dict[str, Any], signer: "Signer", at: datetime) -> bytes:
    """Return the zip of some files with instructions, verifier, root certificate, and the signed and stamped list of all.

    `about` is what the list says beside the files: number, revisions, signers.
    """
    whole = dict(files)
    whole["README.txt"] = INSTRUCTIONS.encode()
    whole["verify.py"] = Path(standalone_verify.__file__).read_bytes()
    whole["root.cer"] = signer.trust_root()
    if "contract.pdf" in whole:
        whole |= certificates_and_stamps(whole["contract.pdf"])
    # the certificate that signs the list is itself on it
    seal = signer.seal_with(
        lambda certificate: _manifest(whole | {"manifest.cer": certificate}, about, at), at
    )
    whole["manifest.cer"] = seal.certificate
    whole["manifest.json"] = _manifest(whole, about, at)
    whole["manifest.sig"], whole["manifest.tst"] = seal.signature, seal.stamp
    container = io.BytesIO()
    with zipfile.ZipFile(container, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name in sorted(whole):
            bundle.writestr(zipfile.ZipInfo(name, _LONG_AGO), whole[name])
    return container.getvalue()


def _manifest(files: dict[str, bytes], about: dict[str, Any], at: datetime) -> bytes:
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())}
    body = {"format": FORMAT, "made_at": at.isoformat(), **about, "files": digests}
    return json.dumps(body, ensure_ascii=False, indent=1, sort_keys=True).encode()
