"""A spaCy pipeline made on the spot: it knows a few sentences by heart, and guesses the rest."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training import Example
from thinc.api import fix_random_seed

# Paragraphs with a word a line: universal tag, Penn tag, lemma, head (a word of the paragraph, from 0), relation, name.
_PARAGRAPHS = {
    'The mayor said he was not satisfied. "It was wrong," he said.': """
        DET DT the 1 det O
        NOUN NN mayor 2 nsubj O
        VERB VBD say 2 ROOT O
        PRON PRP he 6 nsubj O
        AUX VBD be 6 cop O
        PART RB not 6 advmod O
        ADJ JJ satisfied 2 ccomp O
        PUNCT . . 2 punct O
        PUNCT `` " 11 punct O
        PRON PRP it 11 nsubj O
        AUX VBD be 11 cop O
        ADJ JJ wrong 15 ccomp O
        PUNCT , , 11 punct O
        PUNCT '' " 11 punct O
        PRON PRP he 15 nsubj O
        VERB VBD say 15 ROOT O
        PUNCT . . 15 punct O""",
    "Police in Kent arrested Ann Lee on Monday.": """
        NOUN NNS police 3 nsubj O
        ADP IN in 2 case O
        PROPN NNP Kent 0 nmod U-GPE
        VERB VBD arrest 3 ROOT O
        PROPN NNP Ann 3 obj B-PERSON
        PROPN NNP Lee 4 flat L-PERSON
        ADP IN on 7 case O
        PROPN NNP Monday 3 obl U-DATE
        PUNCT . . 3 punct O""",
}
_STEPS, _WIDTH = 40, 48


def write_pipeline(folder: Path) -> None:
    """Train a small pipeline on the paragraphs and write it to `folder`."""
    fix_random_seed(3)
    nlp = spacy.blank("en")
    small = {"@architectures": "spacy.HashEmbedCNN.v2", "pretrained_vectors": None, "width": _WIDTH}
    small |= {"depth": 2, "embed_size": 300, "window_size": 1, "maxout_pieces": 2, "subword_features": True}
    listens = {"tok2vec": {"@architectures": "spacy.Tok2VecListener.v1", "width": _WIDTH}}
    nlp.add_pipe("tok2vec", config={"model": small})
    for name in ("tagger", "morphologizer", "ner"):
        nlp.add_pipe(name, config={"model": listens})
    nlp.add_pipe("parser", config={"model": listens, "min_action_freq": 1})
    nlp.add_pipe("trainable_lemmatizer", config={"model": listens, "min_tree_freq": 1})
    examples = [_example(nlp, text, rows) for text, rows in _PARAGRAPHS.items()]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(_STEPS):
        nlp.update(examples, sgd=optimizer, drop=0.0)
    nlp.to_disk(folder)


def _example(nlp: Language, text: str, rows: str) -> Example:
    pos, tags, lemmas, heads, deps, names = zip(
        *(row.split() for row in rows.strip().splitlines()), strict=True
    )
    gold: dict[str, Sequence[object]] = {"pos": pos, "tags": tags, "lemmas": lemmas, "deps": deps}
    gold["heads"] = [int(head) for head in heads]
    gold |= {"sent_starts": [before == "." for before in (".", *tags[:-1])], "entities": names}
    return Example.from_dict(nlp.make_doc(text), {k: list(v) for k, v in gold.items()})
