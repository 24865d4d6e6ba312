"""Tags and trees in agreement: what the tree shows of a verb's form outweighs its tag.

"Officers arrested four men": a form that ends alike as past tense and as
participle is the past tense where it has a subject and an object and no
auxiliary, since a passive has no object and a participle no subject. "The Stop
campaign": what is tagged as a name and is part of a compound is no verb.
"""

from __future__ import annotations

from collections.abc import Sequence

ROOT = -1


def agree(upos: list[str], xpos: list[str], deps: list[str], heads: Sequence[int]) -> None:
    """Put tags and relations right in place. `heads` are word indices, ROOT for a root."""
    for word, dep in enumerate(deps):
        if dep == "compound" and upos[word] == "VERB" and xpos[word] in ("NNP", "NNPS"):
            upos[word] = "PROPN"
    below: dict[int, dict[str, int]] = {}
    for word, head in enumerate(heads):
        if head != ROOT and xpos[head] == "VBN":
            below.setdefault(head, {}).setdefault(deps[word], word)
    for verb, children in below.items():
        subject = children.get("nsubj:pass", children.get("nsubj"))
        if subject is None or any(dep.split(":")[0] == "aux" for dep in children):
            continue
        if subject < verb < children.get("obj", ROOT):
            xpos[verb] = "VBD"
            deps[subject] = "nsubj"
