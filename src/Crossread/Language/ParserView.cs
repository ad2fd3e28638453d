// What a state shows to the parser's features: the words around the gap between stack and buffer, by place, and their facts on demand.
namespace Crossread.Language;

/// <summary>One state as the features see it. S0 and S1 are the top words of the stack, B0 to B2 the next words; a place is -1 where there is no word.</summary>
internal readonly struct ParserView
{
    private const ulong NoTag = 250, RootTag = 251, NoRelation = 255;
    private const ulong NoWord = 7, RootWord = 9;

    private readonly WordSheet _sheet;
    private readonly ParserState _state;
    private readonly int _s0, _s1, _b0, _h, _h2, _l, _l2, _r, _r2, _bl, _bl2;

    /// <summary>Looks up the places.</summary>
    public ParserView(WordSheet sheet, ParserState state)
    {
        _sheet = sheet;
        _state = state;
        _b0 = state.Next;
        _s0 = state.Top;
        _s1 = state.Depth > 1 ? state.Stack[state.Depth - 2] : -1;
        _h = _h2 = _l = _l2 = _r = _r2 = -1;
        if (_s0 >= 0)
        {
            _h = state.Head[_s0];
            _h2 = _h >= 0 ? state.Head[_h] : -1;
            (_l, _l2, _r, _r2) = (state.Left1[_s0], state.Left2[_s0], state.Right1[_s0], state.Right2[_s0]);
        }
        (_bl, _bl2) = (state.Left1[_b0], state.Left2[_b0]);
    }

    public ulong S0w => Word(_s0);

    public ulong S0p => Tag(_s0);

    public ulong S1w => Word(_s1);

    public ulong S1p => Tag(_s1);

    public ulong B0w => Word(_b0);

    public ulong B0p => Tag(_b0);

    public ulong B1w => Word(B1);

    public ulong B1p => Tag(B1);

    public ulong B2w => Word(B2);

    public ulong B2p => Tag(B2);

    /// <summary>The heads of the top and of its head; the outermost children of the top on both sides and of the next word, and those before them.</summary>
    public ulong Hw => Word(_h);

    public ulong Hp => Tag(_h);

    public ulong H2w => Word(_h2);

    public ulong H2p => Tag(_h2);

    public ulong Lw => Word(_l);

    public ulong Lp => Tag(_l);

    public ulong L2w => Word(_l2);

    public ulong L2p => Tag(_l2);

    public ulong Rw => Word(_r);

    public ulong Rp => Tag(_r);

    public ulong R2w => Word(_r2);

    public ulong R2p => Tag(_r2);

    public ulong Blw => Word(_bl);

    public ulong Blp => Tag(_bl);

    public ulong Bl2w => Word(_bl2);

    public ulong Bl2p => Tag(_bl2);

    /// <summary>Relations of these words to their heads.</summary>
    public ulong S0l => _s0 < 0 ? NoRelation : _state.Relation[_s0];

    public ulong Hl => RelationOf(_h);

    public ulong Ll => RelationOf(_l);

    public ulong L2l => RelationOf(_l2);

    public ulong Rl => RelationOf(_r);

    public ulong R2l => RelationOf(_r2);

    public ulong Bll => RelationOf(_bl);

    public ulong Bl2l => RelationOf(_bl2);

    /// <summary>Numbers of children and sets of their relations: of the top before and behind it, of the next word.</summary>
    public ulong Vl => _s0 < 0 ? 0u : _state.LeftCount[_s0];

    public ulong Vr => _s0 < 0 ? 0u : _state.RightCount[_s0];

    public ulong Bvl => _state.LeftCount[_b0];

    public ulong Ls => _s0 < 0 ? 0 : _state.LeftSet[_s0];

    public ulong Rs => _s0 < 0 ? 0 : _state.RightSet[_s0];

    public ulong Bs => _state.LeftSet[_b0];

    /// <summary>1 if the top has its head.</summary>
    public ulong Headed => _h >= 0 ? 1u : 0u;

    public ulong Depth => (ulong)Math.Min(_state.Depth, 5);

    /// <summary>How far the next word is from the top, in eight steps.</summary>
    public ulong Distance
    {
        get
        {
            int d = _b0 - _s0;
            return _s0 < 0 ? 0u : d <= 5 ? (ulong)d : d <= 10 ? 6u : 7u;
        }
    }

    /// <summary>Classes of meaning.</summary>
    public ulong S0c => Class(_s0);

    public ulong B0c => Class(_b0);

    public ulong B1c => Class(B1);

    public ulong Hc => Class(_h);

    public ulong S0s => Suffix(_s0);

    public ulong B0s => Suffix(_b0);

    /// <summary>The word right before the next one, and the tag of the word right behind the top: the words between decide commas and coordination.</summary>
    public ulong Before => Tag(_b0 - 1);

    public ulong Beforew => Word(_b0 - 1);

    public ulong Behind => Tag(_s0 < 0 ? -1 : _s0 + 1);

    public ulong Shapes => ((_s0 < 0 ? 8u : _sheet.Shape[_s0] & 7u) << 8) | (_b0 < _sheet.Count ? _sheet.Shape[_b0] & 7u : 8u);

    public ulong S0wp => FeatureKey.Join(S0w, S0p);

    public ulong B0wp => FeatureKey.Join(B0w, B0p);

    public ulong S0b0 => FeatureKey.Join(S0w, B0w);

    /// <summary>Both tags, and whether the top has its head.</summary>
    public ulong Pp => (S0p << 9) | (B0p << 1) | Headed;

    /// <summary>Signatures of what the groups of features depend on: two states of a sentence with the same have the same features.</summary>
    public ulong NextSignature => (ulong)_b0;

    public ulong PairSignature => ((ulong)(_s0 + 1) << 32) | ((ulong)_b0 << 1) | Headed;

    public ulong LeftOfTopSignature => FeatureKey.Join(Places(_s0, _l, _l2) | (Vl << 1) | Headed, FeatureKey.Join(Ls, (Ll << 8) | L2l));

    public ulong RightOfTopSignature => FeatureKey.Join(Places(_s0, _r, _r2) | (Vr << 1) | Headed, FeatureKey.Join(Rs, (Rl << 8) | R2l));

    public ulong LeftOfNextSignature => FeatureKey.Join(Places(_b0, _bl, _bl2) | (Bvl << 1) | Headed, FeatureKey.Join(Bs, (Bll << 8) | Bl2l));

    public ulong AboveTopSignature => FeatureKey.Join(Places(_s0, _h, _h2), (S0l << 8) | Hl);

    public ulong PairWithLeftOfNextSignature => FeatureKey.Join(PairSignature, FeatureKey.Join(Bs, (ulong)(_bl + 1)));

    public ulong PairWithLeftOfTopSignature => FeatureKey.Join(PairSignature, FeatureKey.Join(Ls, (ulong)(_l + 1)));

    /// <summary>Of all that the last group depends on beyond the pair.</summary>
    public ulong RestSignature => FeatureKey.Join(FeatureKey.Join(Places(_s1, _h, _r) | (Depth << 8) | Vr, FeatureKey.Join(Rs, (Rl << 8) | S0l)), FeatureKey.Join(PairSignature, ((ulong)(_l + 1) << 20) | ((ulong)(_bl + 1) << 8) | Bvl));

    private int B1 => _b0 + 1 <= _sheet.Count ? _b0 + 1 : -1;

    private int B2 => _b0 + 2 <= _sheet.Count ? _b0 + 2 : -1;

    private static ulong Places(int a, int b, int c) => ((ulong)(a + 1) << 48) | ((ulong)(b + 1) << 32) | ((ulong)(c + 1) << 16);

    private ulong Word(int i) => i < 0 ? NoWord : i >= _sheet.Count ? RootWord : _sheet.Word[i];

    private ulong Tag(int i) => i < 0 ? NoTag : i >= _sheet.Count ? RootTag : _sheet.Tag[i];

    private ulong Class(int i) => i < 0 ? 250u : i >= _sheet.Count ? 251u : _sheet.Kinds[_sheet.Tag[i]] switch { 1 => _sheet.Noun[i], 2 => _sheet.Verb[i] + 64u, _ => 128u };

    private ulong Suffix(int i) => i < 0 ? NoWord : i >= _sheet.Count ? RootWord : _sheet.Suffix3[i];

    private ulong RelationOf(int i) => i < 0 ? NoRelation : _state.Relation[i];
}
