// Dependency relations.
namespace Crossread.Language;

/// <summary>
/// The relations of Universal Dependencies, version 2, with the subtypes that English treebanks use.
/// A subtype's name puts the part after the colon behind an underscore-free capital: <c>nsubj:pass</c> is <see cref="NsubjPass"/>.
/// </summary>
public enum Relation : byte
{
#pragma warning disable CS1591 // The relations are defined at universaldependencies.org/en/dep.
    Dep, Root, Acl, AclRelcl, Advcl, AdvclRelcl, Advmod, Amod, Appos, Aux, AuxPass, Case, Cc, CcPreconj, Ccomp,
    Compound, CompoundPrt, Conj, Cop, Csubj, CsubjOuter, CsubjPass, Det, DetPredet, Discourse, Dislocated, Expl,
    Fixed, Flat, Goeswith, Iobj, List, Mark, Nmod, NmodDesc, NmodPoss, NmodUnmarked, Nsubj, NsubjOuter, NsubjPass,
    Nummod, Obj, Obl, OblAgent, OblUnmarked, Orphan, Parataxis, Punct, Reparandum, Vocative, Xcomp,
#pragma warning restore CS1591
}
